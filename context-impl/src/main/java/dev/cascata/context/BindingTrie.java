package dev.cascata.context;

import org.jspecify.annotations.Nullable;

/**
 * Value layers by key: a node of a trie over the hashes of the keys, with five bits per level. Immutable; its final
 * fields make it visible however it is published. A copy with one more binding shares all nodes except those on one
 * path.
 *
 * <p>No two keys have the same hash. So two layers in one place either bind the same key or have different places at a
 * deeper level.
 */
final class BindingTrie {
    static final BindingTrie EMPTY = new BindingTrie(0, new Object[0]);
    private static final int BITS = 5;

    /**
     * One bit for each place in use. {@code entries} holds a layer or a node for each of them, in the order of the
     * bits.
     */
    private final int taken;

    private final Object[] entries;

    private BindingTrie(int taken, Object[] entries) {
        this.taken = taken;
        this.entries = entries;
    }

    /** Returns the layer that binds {@code key}; null if there is none. */
    @Nullable
    ValueContext find(Key<?> key) {
        BindingTrie node = this;
        for (long hash = key.hash(); ; hash <<= BITS) {
            int bit = bit(hash);
            if ((node.taken & bit) == 0) {
                return null;
            }
            Object entry = node.entries[node.rank(bit)];
            if (entry instanceof ValueContext layer) {
                return layer.key() == key ? layer : null;
            }
            node = (BindingTrie) entry;
        }
    }

    /** Returns a copy with the binding of {@code layer}, which replaces another of the same key. */
    BindingTrie with(ValueContext layer) {
        return with(layer, 0);
    }

    private BindingTrie with(ValueContext layer, int depth) {
        int bit = bit(layer.key().hash() << depth);
        return (taken & bit) == 0 ? grown(bit, layer) : replaced(bit, layer, depth + BITS);
    }

    private BindingTrie grown(int bit, ValueContext layer) {
        int rank = rank(bit);
        Object[] more = new Object[entries.length + 1];
        System.arraycopy(entries, 0, more, 0, rank);
        more[rank] = layer;
        System.arraycopy(entries, rank, more, rank + 1, entries.length - rank);
        return new BindingTrie(taken | bit, more);
    }

    private BindingTrie replaced(int bit, ValueContext layer, int deeper) {
        int rank = rank(bit);
        Object[] copy = entries.clone();
        copy[rank] = joined(entries[rank], layer, deeper);
        return new BindingTrie(taken, copy);
    }

    private static Object joined(Object entry, ValueContext layer, int depth) {
        if (entry instanceof BindingTrie node) {
            return node.with(layer, depth);
        }
        ValueContext there = (ValueContext) entry;
        return there.key() == layer.key() ? layer : EMPTY.with(there, depth).with(layer, depth);
    }

    private static int bit(long hash) {
        return 1 << (hash >>> (Long.SIZE - BITS));
    }

    private int rank(int bit) {
        return Integer.bitCount(taken & (bit - 1));
    }
}
