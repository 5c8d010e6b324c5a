package example;

import static dev.cascata.conformance.rules.Capability.*;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import java.util.OptionalInt;
import java.util.Set;

public final class ScopeKit implements ContextKit<Scope> {
    @Override public String name() { return "Scope 0.1"; }
    @Override public Set<Capability> capabilities() { return Set.of(CANCEL_RESULT, CAUSES, DEPENDENTS, EAGER); }
    @Override public Scope background(Environment environment) { return new Scope(); }
    @Override public Scope withCancel(Scope parent, Environment environment) { return parent.child(); }
    @Override public boolean cancel(Scope scope) { return scope.end(null); }
    @Override public boolean cancel(Scope scope, Object cause) { return scope.end((Throwable) cause); }
    @Override public boolean done(Scope scope) { return scope.ended(); }
    @Override public Object cause(Scope scope) { return scope.cause(); }
    @Override public OptionalInt dependents(Scope scope) { return OptionalInt.of(scope.children()); }
}
