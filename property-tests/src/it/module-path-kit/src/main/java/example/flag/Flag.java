package example.flag;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** A flag that a thread raises to stop the work below it. A raised flag raises every flag below it. */
public final class Flag {
    private static final Object LOCK = new Object();

    private final Flag parent;
    private final Set<Flag> children = new HashSet<>();
    private volatile boolean raised;

    public Flag() {
        this(null);
    }

    private Flag(Flag parent) {
        this.parent = parent;
    }

    public Flag child() {
        synchronized (LOCK) {
            Flag child = new Flag(this);
            child.raised = raised;
            if (!raised) {
                children.add(child);
            }
            return child;
        }
    }

    /** Returns true if this call raised the flag. */
    public boolean raise() {
        synchronized (LOCK) {
            boolean first = !raised;
            if (first && parent != null) {
                parent.children.remove(this);
            }
            Deque<Flag> below = new ArrayDeque<>(Set.of(this));
            for (Flag flag = below.poll(); flag != null; flag = below.poll()) {
                flag.raised = true;
                below.addAll(flag.children);
                flag.children.clear();
            }
            return first;
        }
    }

    public boolean isRaised() {
        return raised;
    }
}
