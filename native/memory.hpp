// Memory that is freed at once, and lists that live in it.
//
// Nothing here needs the C++ library: no exceptions, no destructors. Who runs out of memory jumps
// back to where the library was entered, which frees the whole arena.
#pragma once

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

namespace newsquote {

struct Arena {
    struct Chunk {
        Chunk *before;
        size_t size;
    };
    struct Mark {
        Chunk *chunk;
        size_t used;
    };

    static const size_t HEAD = 32;  // of a chunk; keeps what follows aligned
    static const size_t USUAL = 1 << 16;

    Chunk *last;
    size_t used;
    jmp_buf *failed;  // where to, when there is no memory

    void init(jmp_buf *to) {
        last = nullptr;
        used = 0;
        failed = to;
    }

    void *take(size_t size) {
        size = (size + 15) & ~(size_t)15;
        if (last == nullptr || last->size - used < size) grow(size);
        void *found = (char *)last + HEAD + used;
        used += size;
        return found;
    }

    template <class T>
    T *many(size_t count) {
        if (count > (SIZE_MAX / 2) / sizeof(T)) longjmp(*failed, 1);
        return (T *)take(count * sizeof(T));
    }

    template <class T>
    T *zeros(size_t count) {
        T *found = many<T>(count);
        memset((void *)found, 0, count * sizeof(T));
        return found;
    }

    Mark mark() const { return Mark{last, used}; }

    // Gives back all that was taken since.
    void back_to(Mark mark) {
        while (last != mark.chunk) {
            Chunk *before = last->before;
            free(last);
            last = before;
        }
        used = mark.used;
    }

    void free_all() { back_to(Mark{nullptr, 0}); }

   private:
    void grow(size_t size) {
        size_t whole = size > USUAL ? size : USUAL;
        if (last != nullptr && whole < last->size && last->size < ((size_t)1 << 22)) {
            whole = last->size * 2;
        }
        if (whole > SIZE_MAX - HEAD) longjmp(*failed, 1);
        Chunk *made = (Chunk *)malloc(whole + HEAD);
        if (made == nullptr) longjmp(*failed, 1);
        made->before = last;
        made->size = whole;
        last = made;
        used = 0;
    }
};

static_assert(sizeof(Arena::Chunk) <= Arena::HEAD, "a chunk's head fits into its place");

// A list in an arena.
template <class T>
struct List {
    Arena *arena;
    T *items;
    size_t count;
    size_t room;

    static List in(Arena &arena) { return List{&arena, nullptr, 0, 0}; }

    void add(const T &item) {
        if (count == room) {
            const T kept = item;  // it may be one of the items
            widen();
            items[count++] = kept;
            return;
        }
        items[count++] = item;
    }

    T &operator[](size_t at) { return items[at]; }
    const T &operator[](size_t at) const { return items[at]; }
    T *begin() { return items; }
    T *end() { return items + count; }
    const T *begin() const { return items; }
    const T *end() const { return items + count; }

   private:
    void widen() {
        room = room ? room * 2 : 16;
        T *wider = arena->many<T>(room);
        if (count) memcpy((void *)wider, (const void *)items, count * sizeof(T));
        items = wider;
    }
};

// Sorts in place; `before` is a total order, so equal items need no order of their own.
template <class T, class Before>
void sort(T *items, size_t count, Before before) {
    for (size_t heap = count / 2, end = count; end > 1;) {
        T moved;
        if (heap > 0) {
            moved = items[--heap];
        } else {
            moved = items[--end];
            items[end] = items[0];
        }
        size_t at = heap;
        for (size_t child = 2 * at + 1; child < end; child = 2 * at + 1) {
            if (child + 1 < end && before(items[child], items[child + 1])) ++child;
            if (!before(moved, items[child])) break;
            items[at] = items[child];
            at = child;
        }
        items[at] = moved;
    }
}

// The first of some numbers in order that is not below another.
inline size_t lower_bound(const int32_t *numbers, size_t count, int32_t least) {
    size_t lo = 0, hi = count;
    while (lo < hi) {
        size_t middle = lo + (hi - lo) / 2;
        if (numbers[middle] < least) {
            lo = middle + 1;
        } else {
            hi = middle;
        }
    }
    return lo;
}

inline int32_t least_of(int32_t one, int32_t two) { return one < two ? one : two; }
inline int32_t most_of(int32_t one, int32_t two) { return one > two ? one : two; }

}  // namespace newsquote
