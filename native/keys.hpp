// Spellings of features, and the weights that are looked up by them.
//
// A key is spelled byte for byte as the Python scorer spells it, and a weight is taken only where
// the spelling is the same: no hash stands for a key.
#pragma once

#include "memory.hpp"

namespace newsquote {

// Bytes that can be read behind the end of a text which is added to a key, and of a key: so few are
// copied and compared at once, whatever the size.
static const uint32_t SLACK = 16;

// Bytes of UTF-8 that somebody else keeps.
struct Text {
    const char *bytes;
    uint32_t size;

    bool operator==(const Text &other) const {
        return size == other.size && memcmp(bytes, other.bytes, size) == 0;
    }
};

inline Text text_of(const char *literal) { return Text{literal, (uint32_t)strlen(literal)}; }

inline Text copied(Arena &arena, Text text) {
    char *bytes = arena.zeros<char>((size_t)text.size + SLACK);
    memcpy(bytes, text.bytes, text.size);
    return Text{bytes, text.size};
}

// A few letters.
struct Letters {
    char bytes[SLACK];
    uint32_t size;

    template <size_t N>
    static Letters of(const char (&literal)[N]) {
        static_assert(N <= SLACK, "they are few");
        Letters made = {{0}, (uint32_t)(N - 1)};
        memcpy(made.bytes, literal, N - 1);
        return made;
    }
    static Letters of(char one, char two) { return Letters{{one, two}, 2}; }

    Letters &operator<<(char one) {
        if (size < SLACK) bytes[size++] = one;
        return *this;
    }
};

// The first bytes of a word, 8 at most, and zeros.
inline uint64_t word_at(const char *bytes, uint32_t size) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    if (size >= 8) return word;
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    return size ? word >> (64 - 8 * size) << (64 - 8 * size) : 0;
#else
    return word & (((uint64_t)1 << (8 * size)) - 1);
#endif
}

inline bool are_equal(const char *one, const char *two, uint32_t size) {
    for (; size > 8; size -= 8, one += 8, two += 8) {
        if (word_at(one, 8) != word_at(two, 8)) return false;
    }
    return word_at(one, size) == word_at(two, size);
}

inline uint64_t mixed(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ull;
    return hash ^ (hash >> 32);
}

inline uint64_t hash_of(const char *bytes, uint32_t size) {
    uint64_t hash = size;
    for (; size > 8; size -= 8, bytes += 8) hash = mixed(hash, word_at(bytes, 8));
    return mixed(mixed(hash, word_at(bytes, size)), 0xD1B54A32D192ED03ull);
}

static const uint32_t LONGEST_KEY = 128;

// A key as it is spelled. One that is longer than any key with a weight finds none.
struct Key {
    char bytes[LONGEST_KEY + SLACK];
    uint32_t size = 0;
    bool is_too_long = false;

    // Adds bytes that have slack.
    Key &operator<<(Text text) {
        if (text.size > LONGEST_KEY - size) {
            is_too_long = true;
            return *this;
        }
        memcpy(bytes + size, text.bytes, SLACK);
        if (text.size > SLACK) {
            memcpy(bytes + size + SLACK, text.bytes + SLACK, text.size - SLACK);
        }
        size += text.size;
        return *this;
    }
    Key &operator<<(const Letters &few) {
        return *this << Text{few.bytes, few.size};
    }
    template <size_t N>
    Key &operator<<(const char (&literal)[N]) {
        static_assert(N <= SLACK, "a name is short");
        if (N - 1 > LONGEST_KEY - size) {
            is_too_long = true;
            return *this;
        }
        memcpy(bytes + size, literal, N - 1);
        size += (uint32_t)(N - 1);
        return *this;
    }
    Key &operator<<(char one) {
        if (size == LONGEST_KEY) {
            is_too_long = true;
            return *this;
        }
        bytes[size++] = one;
        return *this;
    }
    Key &operator<<(int32_t number) {
        if (number >= 0 && number < 10) return *this << (char)('0' + number);
        char digits[12 + SLACK];
        uint32_t count = 0;
        uint32_t left = number < 0 ? 0u - (uint32_t)number : (uint32_t)number;
        do {
            digits[11 - count++] = (char)('0' + left % 10);
            left /= 10;
        } while (left);
        if (number < 0) digits[11 - count++] = '-';
        return *this << Text{digits + 12 - count, count};
    }
};

// Numbers by spelling. Most that is asked for is not there, and most of the time goes to fetching
// what is asked: so a byte of each slot's hash stands apart, and mostly says enough.
struct Spellings {
    struct Slot {
        uint32_t place;  // of its first byte
        uint32_t size;
        int32_t number;
    };

    const char *bytes = nullptr;
    uint8_t *marks = nullptr;  // 0 for a slot that is free
    Slot *slots = nullptr;
    size_t mask = 0;
    size_t count = 0;

    // Room for so many spellings, all of them pieces of `all`, which has slack.
    void init(Arena &arena, Text all, size_t most) {
        size_t room = 16;
        while (room < most * 2) room *= 2;
        marks = arena.zeros<uint8_t>(room);
        slots = arena.many<Slot>(room);
        bytes = all.bytes;
        mask = room - 1;
        count = 0;
    }

    static uint8_t mark_of(uint64_t hash) { return (uint8_t)(hash >> 56 | 1); }

    // The place of a spelling's slot, or of the free one where it would be.
    size_t place_of(const char *spelling, uint32_t size, uint64_t hash) const {
        uint8_t mark = mark_of(hash);
        for (size_t at = (size_t)hash & mask;; at = (at + 1) & mask) {
            if (marks[at] == 0) return at;
            if (marks[at] != mark || slots[at].size != size) continue;
            if (are_equal(bytes + slots[at].place, spelling, size)) return at;
        }
    }

    // Adds a piece of the text; the number that it has already, if it has one.
    int32_t add(Text piece, int32_t number) {
        uint64_t hash = hash_of(piece.bytes, piece.size);
        size_t at = place_of(piece.bytes, piece.size, hash);
        if (marks[at]) return slots[at].number;
        marks[at] = mark_of(hash);
        slots[at] = Slot{(uint32_t)(piece.bytes - bytes), piece.size, number};
        ++count;
        return number;
    }

    int32_t find(const char *spelling, uint32_t size, uint64_t hash, int32_t otherwise) const {
        size_t at = place_of(spelling, size, hash);
        return marks[at] ? slots[at].number : otherwise;
    }
    int32_t find(const char *spelling, uint32_t size, int32_t otherwise) const {
        return find(spelling, size, hash_of(spelling, size), otherwise);
    }
    // Has what a hash is looked up by fetched meanwhile.
    void fetch(uint64_t hash) const {
        __builtin_prefetch(marks + (hash & mask));
        __builtin_prefetch(slots + (hash & mask));
    }
    int32_t find(Text text, int32_t otherwise) const {
        return find(text.bytes, text.size, otherwise);
    }
    int32_t find(const Key &key, int32_t otherwise) const {
        return key.is_too_long ? otherwise : find(key.bytes, key.size, otherwise);
    }
};

// The weights of a step.
struct Weights {
    Spellings by_key;

    int32_t operator[](const Key &key) const { return by_key.find(key, 0); }
};

// The sum of the weights of some keys. Each is hashed when it is spelled and looked up at the end,
// so that most of what is needed by then has been fetched.
struct Sum {
    static const int MOST = 32;

    const Weights &weights;
    int32_t sum;
    int count;
    uint64_t hashes[MOST];
    Key keys[MOST];

    explicit Sum(const Weights &of) : weights(of), sum(0), count(0) {}

    // The next key, to be spelled.
    Key &key() {
        finish();
        if (count == MOST) look_up();
        Key &next = keys[count++];
        next.size = 0;
        next.is_too_long = false;
        return next;
    }
    void add(const Key &spelled) {
        if (!spelled.is_too_long) key() << Text{spelled.bytes, spelled.size};
    }
    int32_t total() {
        finish();
        look_up();
        return sum;
    }

   private:
    void finish() {
        if (count == 0) return;
        const Key &last = keys[count - 1];
        hashes[count - 1] = hash_of(last.bytes, last.size);
        weights.by_key.fetch(hashes[count - 1]);
    }
    void look_up() {
        for (int n = 0; n < count; ++n) {
            const Key &one = keys[n];
            if (one.is_too_long) continue;
            sum += weights.by_key.find(one.bytes, one.size, hashes[n], 0);
        }
        count = 0;
    }
};

// Numbers by pairs or triples of numbers, packed into one.
struct Packed {
    struct Slot {
        uint64_t key;
        int32_t number;
        int32_t used;
    };
    Slot *slots = nullptr;
    size_t mask = 0;

    void init(Arena &arena, size_t most) {
        size_t room = 16;
        while (room < most * 2) room *= 2;
        slots = arena.zeros<Slot>(room);
        mask = room - 1;
    }

    Slot *slot_of(uint64_t key) const {
        size_t at = (size_t)mixed(0, key) & mask;
        while (slots[at].used && slots[at].key != key) at = (at + 1) & mask;
        return slots + at;
    }

    void add(uint64_t key, int32_t number) {
        Slot *slot = slot_of(key);
        slot->key = key;
        slot->number = number;
        slot->used = 1;
    }

    // -1 where there is none.
    int32_t find(uint64_t key) const {
        const Slot *slot = slot_of(key);
        return slot->used ? slot->number : -1;
    }
};

}  // namespace newsquote
