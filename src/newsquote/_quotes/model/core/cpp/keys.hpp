// Spellings of features, and the weights that are looked up by them.
//
// A key is spelled byte for byte as the Python scorer spells it, and a weight is taken only where
// the spelling is the same: no hash stands for a key.
#pragma once

#include "memory.hpp"

namespace newsquote {

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
    char *bytes = arena.many<char>(text.size + 1);
    memcpy(bytes, text.bytes, text.size);
    bytes[text.size] = 0;
    return Text{bytes, text.size};
}

inline uint64_t mixed(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ull;
    return hash ^ (hash >> 32);
}

inline uint64_t hash_of(const char *bytes, uint32_t size) {
    uint64_t hash = size;
    for (; size >= 8; size -= 8, bytes += 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        hash = mixed(hash, word);
    }
    if (size) {
        uint64_t word = 0;
        memcpy(&word, bytes, size);
        hash = mixed(hash, word);
    }
    return mixed(hash, 0xD1B54A32D192ED03ull);
}

static const uint32_t LONGEST_KEY = 128;

// A key as it is spelled. One that is longer than any key with a weight finds none.
struct Key {
    char bytes[LONGEST_KEY];
    uint32_t size = 0;
    bool is_too_long = false;

    Key &add(const char *more, uint32_t count) {
        if (count > LONGEST_KEY - size) {
            is_too_long = true;
            return *this;
        }
        for (uint32_t at = 0; at < count; ++at) bytes[size + at] = more[at];
        size += count;
        return *this;
    }
    template <size_t N>
    Key &operator<<(const char (&literal)[N]) {
        return add(literal, (uint32_t)(N - 1));
    }
    Key &operator<<(Text text) { return add(text.bytes, text.size); }
    Key &operator<<(char one) { return add(&one, 1); }
    Key &operator<<(int32_t number) {
        if (number >= 0 && number < 10) return *this << (char)('0' + number);
        char digits[12];
        uint32_t count = 0;
        uint32_t left = number < 0 ? 0u - (uint32_t)number : (uint32_t)number;
        do {
            digits[11 - count++] = (char)('0' + left % 10);
            left /= 10;
        } while (left);
        if (number < 0) digits[11 - count++] = '-';
        return add(digits + 12 - count, count);
    }
};

// Numbers by spelling.
struct Spellings {
    struct Slot {
        const char *bytes;
        uint32_t size;
        uint32_t hash;
        int32_t number;
    };
    Slot *slots = nullptr;
    size_t mask = 0;
    size_t count = 0;

    void init(Arena &arena, size_t most) {
        size_t room = 16;
        while (room < most * 2) room *= 2;
        slots = arena.zeros<Slot>(room);
        mask = room - 1;
        count = 0;
    }

    // The slot of a spelling, or the empty one where it would be.
    Slot *slot_of(const char *bytes, uint32_t size) const {
        uint64_t hash = hash_of(bytes, size);
        size_t at = (size_t)hash & mask;
        uint32_t short_hash = (uint32_t)(hash >> 32);
        for (;; at = (at + 1) & mask) {
            Slot *slot = slots + at;
            if (slot->bytes == nullptr) return slot;
            if (slot->hash == short_hash && slot->size == size &&
                memcmp(slot->bytes, bytes, size) == 0) {
                return slot;
            }
        }
    }

    // Adds a spelling that stays where it is; the number that it has already, if it has one.
    int32_t add(Text text, int32_t number) {
        Slot *slot = slot_of(text.bytes, text.size);
        if (slot->bytes != nullptr) return slot->number;
        slot->bytes = text.bytes;
        slot->size = text.size;
        slot->hash = (uint32_t)(hash_of(text.bytes, text.size) >> 32);
        slot->number = number;
        ++count;
        return number;
    }

    int32_t find(const char *bytes, uint32_t size, int32_t otherwise) const {
        if (slots == nullptr) return otherwise;
        const Slot *slot = slot_of(bytes, size);
        return slot->bytes == nullptr ? otherwise : slot->number;
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
