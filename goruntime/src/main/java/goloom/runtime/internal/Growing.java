package goloom.runtime.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A list that one thread at a time lengthens and any thread reads meanwhile. What stands below
/// [#size] never changes.
final class Growing<E> {
    private volatile Object[] items = new Object[16];
    private volatile int size;

    /// Gives the index of the new item. By the owner.
    int add(E item) {
        int n = size;
        Object[] a = items;
        if (n == a.length) {
            a = Arrays.copyOf(a, n * 2);
            items = a;
        }
        a[n] = item;
        size = n + 1;
        return n;
    }

    int size() {
        return size;
    }

    /// @param i below a size that the caller has seen
    @SuppressWarnings("unchecked")
    E get(int i) {
        return (E) items[i];
    }

    /// What is there now.
    List<E> toList() {
        int n = size;
        List<E> list = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            list.add(get(i));
        }
        return list;
    }
}
