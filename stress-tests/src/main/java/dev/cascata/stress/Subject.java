package dev.cascata.stress;

import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.stress.races.KitUnderTest;
import java.util.Set;

/**
 * The kit that the races judge.
 *
 * @param className the name by which it was chosen
 */
record Subject(String name, String className, Set<Capability> capabilities) {
    private static final String PEERS = ReferenceKit.class.getPackageName();

    /** Makes the kit once, and refuses a kit that cannot be made. */
    static Subject of(String className) {
        try {
            ContextKit<?> kit = KitUnderTest.make(className);
            return new Subject(kit.name(), className, Set.copyOf(kit.capabilities()));
        } catch (ClassNotFoundException e) {
            throw UsageError.usage("There is no kit " + className + " on the class path; give the full class name.");
        } catch (AdapterFault e) {
            throw fault(className, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw fault(className, "its name or its capabilities cannot be read: " + e);
        }
    }

    private static UsageError fault(String className, String why) {
        return new UsageError(ExitCode.ADAPTER_FAULT, "Kit " + className + " is faulty: " + why + ".");
    }

    /**
     * Returns true if the races can show that the kit keeps a rule. A released library may keep a rule by luck, and we
     * cannot argue for its memory ordering.
     */
    boolean canPass() {
        return !className.startsWith(PEERS + ".") || className.equals(KitUnderTest.REFERENCE);
    }
}
