package example;

import java.util.ArrayList;
import java.util.List;

/** A small context, as a library might contain one. */
public final class Scope {
    private final List<Scope> children = new ArrayList<>();
    private boolean ended;
    private Throwable cause;

    public synchronized Scope child() {
        Scope child = new Scope();
        children.add(child);
        return child;
    }

    public synchronized boolean end(Throwable why) {
        if (ended) return false;
        ended = true;
        cause = why;
        children.forEach(child -> child.end(why));
        return true;
    }

    public synchronized boolean ended() {
        return ended;
    }

    public synchronized Throwable cause() {
        return cause;
    }

    public synchronized int children() {
        return children.size();
    }
}
