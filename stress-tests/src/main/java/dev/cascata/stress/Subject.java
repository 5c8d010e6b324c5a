package dev.cascata.stress;

import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.stress.races.Chosen;
import java.util.Set;

/**
 * A kit that can be put under stress.
 *
 * @param className by which it is chosen
 */
record Subject(String name, String className, Set<Capability> capabilities) {
    private static final String PEERS = ReferenceKit.class.getPackageName();

    /** Makes the kit once, to see whether it can be made. */
    static Subject of(String className) {
        try {
            ContextKit<?> kit = Chosen.made(className);
            return new Subject(kit.name(), className, Set.copyOf(kit.capabilities()));
        } catch (ClassNotFoundException e) {
            throw new Refusal(
                    Refusal.USAGE, "There is no kit " + className + " on the class path; name the class in full.");
        } catch (AdapterFault e) {
            throw fault(className, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw fault(className, "it cannot tell its name and capabilities: " + e);
        }
    }

    private static Refusal fault(String className, String why) {
        return new Refusal(Refusal.ADAPTER_FAULT, "Kit " + className + " is faulty: " + why + ".");
    }

    /**
     * Whether somebody who can argue for every ordering runs the races. A released library that we drive from outside
     * may keep a rule by luck.
     */
    boolean answersForItself() {
        return !className.startsWith(PEERS + ".") || className.equals(Chosen.REFERENCE);
    }
}
