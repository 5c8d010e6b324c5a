package example.flag.test;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import example.flag.Flag;
import java.util.Set;

public final class FlagKit implements ContextKit<Flag> {
    public FlagKit() {}

    @Override public String name() { return "Flag 0.1"; }
    @Override public Set<Capability> capabilities() { return Set.of(Capability.CANCEL_RESULT, Capability.EAGER); }
    @Override public Flag background(Environment environment) { return new Flag(); }
    @Override public Flag withCancel(Flag parent, Environment environment) { return parent.child(); }
    @Override public boolean cancel(Flag flag) { return flag.raise(); }
    @Override public boolean done(Flag flag) { return flag.isRaised(); }
}
