/**
 * A conformance suite for contexts: {@link dev.cascata.conformance.ConformanceTest} for JUnit and
 * {@link dev.cascata.conformance.Main} for the command line.
 *
 * <p>The known failures of a kit are a resource in the package of the kit. A module that contains a kit opens that
 * package to this module. The libraries whose kits come with the suite are optional: a module that judges such a library
 * requires the library. The annotations of jspecify are not required to compile or to run.
 */
@SuppressWarnings("requires-automatic") // grpc-api has no module-info. A module that needs it requires it by name.
module dev.cascata.conformance {
    requires transitive dev.cascata.context;
    requires transitive org.junit.jupiter.api;
    requires com.fasterxml.jackson.databind;
    requires info.picocli;
    requires java.logging;
    requires java.management;
    requires net.jqwik.api;
    requires static io.grpc;
    requires static io.reactivex.rxjava3;
    requires static kotlinx.coroutines.core;
    requires static org.jspecify;

    exports dev.cascata.conformance;
    exports dev.cascata.conformance.json;
    exports dev.cascata.conformance.kit;
    exports dev.cascata.conformance.rules;

    // Jackson reads and makes records by reflection. Picocli sets the fields of the flags and makes their converters.
    opens dev.cascata.conformance to
            info.picocli;
    opens dev.cascata.conformance.cli to
            info.picocli;
    opens dev.cascata.conformance.json to
            com.fasterxml.jackson.databind;
    opens dev.cascata.conformance.process to
            com.fasterxml.jackson.databind;
    opens dev.cascata.conformance.report to
            com.fasterxml.jackson.databind;

    uses dev.cascata.conformance.kit.ContextKit;

    // The same kits as in META-INF/services, which the class path uses.
    provides dev.cascata.conformance.kit.ContextKit with
            dev.cascata.conformance.peers.ReferenceKit,
            dev.cascata.conformance.plain.PlainKit,
            dev.cascata.conformance.peers.GrpcKit,
            dev.cascata.conformance.peers.KotlinJobKit,
            dev.cascata.conformance.peers.CompletableFutureKit,
            dev.cascata.conformance.peers.CompositeDisposableKit;
}
