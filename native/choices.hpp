// What each cue may attribute to whom, before cues are compared: cue_choices.py, voices.py.
//
// Chances are floats, added one by one in the order in which Python adds them.
#pragma once

#include <math.h>

#include "contents.hpp"
#include "sources.hpp"

namespace newsquote {

static const double LEAST_LOG_CHANCE = -7.0, MOST_ODDS = 9.0;
static const double LEAST_ODDS = -3.0, MOST_BELOW_BEST = 3.0;
static const int32_t MOST_CONTENTS = 6, MOST_SOURCES_KEPT = 3, MOST_NEIGHBOURS = 25;

struct LikelyContent {
    Range left, right;
    bool has_left, has_right;
    double log_chance;
};

struct LikelySource {
    Range tokens;
    bool is_one;
    double log_chance;
};

struct Choices {
    Case at;
    LikelyContent contents[MOST_CONTENTS];
    LikelySource sources[MOST_SOURCES_KEPT];
    int32_t content_count, source_count;
    double odds;  // log-odds that the cue attributes at all
    Range best[2];  // the pieces of the best content
    int32_t best_count;
};

inline double log_sum_exp(const double *scores, size_t count) {
    double top = scores[0], total = 0.0;
    for (size_t n = 1; n < count; ++n) {
        if (scores[n] > top) top = scores[n];
    }
    for (size_t n = 0; n < count; ++n) total += exp(scores[n] - top);
    return log(total) + top;
}

struct Ranked {
    int32_t number;
    double log_chance;
};

// The best of some log chances with their numbers, the best first; how many there are.
inline int32_t best_of(Arena &arena, const double *logs, size_t count, int32_t most,
                       Ranked *best) {
    int32_t *ranked = arena.many<int32_t>(count);
    for (size_t n = 0; n < count; ++n) ranked[n] = (int32_t)n;
    sort(ranked, count, [logs](int32_t one, int32_t two) {
        return logs[one] != logs[two] ? logs[one] > logs[two] : one < two;
    });
    double top = logs[ranked[0]];
    double least = (top > LEAST_LOG_CHANCE ? top : LEAST_LOG_CHANCE) - MOST_BELOW_BEST;
    int32_t found = 0;
    for (size_t n = 0; n < count && found < most; ++n) {
        double log_chance = logs[ranked[n]];
        if (log_chance < LEAST_LOG_CHANCE) log_chance = LEAST_LOG_CHANCE;
        if (log_chance <= least) break;
        best[found++] = Ranked{ranked[n], log_chance};
    }
    return found;
}

inline void keep_contents(Choices &to, Arena &arena, const List<ScoredContent> &contents) {
    size_t count = contents.count - 1;
    double *logs = arena.many<double>(count);
    for (size_t n = 0; n < count; ++n) logs[n] = contents[n + 1].score / (double)SCALE;
    double total = log_sum_exp(logs, count);
    for (size_t n = 0; n < count; ++n) logs[n] -= total;
    double odds = total - contents[0].score / (double)SCALE;
    to.odds = odds > MOST_ODDS ? MOST_ODDS : odds < -MOST_ODDS ? -MOST_ODDS : odds;
    Ranked best[MOST_CONTENTS];
    to.content_count = best_of(arena, logs, count, MOST_CONTENTS, best);
    for (int32_t n = 0; n < to.content_count; ++n) {
        const ScoredContent &one = contents[(size_t)best[n].number + 1];
        to.contents[n] = LikelyContent{one.left, one.right, one.has_left, one.has_right,
                                       best[n].log_chance};
    }
    to.best_count = 0;
    if (to.contents[0].has_left) to.best[to.best_count++] = to.contents[0].left;
    if (to.contents[0].has_right) to.best[to.best_count++] = to.contents[0].right;
}

inline void keep_sources(Choices &to, Arena &arena, const List<ScoredSource> &sources) {
    double *logs = arena.many<double>(sources.count);
    for (size_t n = 0; n < sources.count; ++n) logs[n] = sources[n].score / (double)SCALE;
    double total = log_sum_exp(logs, sources.count);
    for (size_t n = 0; n < sources.count; ++n) logs[n] -= total;
    Ranked best[MOST_SOURCES_KEPT];
    to.source_count = best_of(arena, logs, sources.count, MOST_SOURCES_KEPT, best);
    for (int32_t n = 0; n < to.source_count; ++n) {
        const ScoredSource &one = sources[(size_t)best[n].number];
        to.sources[n] = LikelySource{one.tokens, one.is_one, best[n].log_chance};
    }
}

// Whether a likely cue may attribute anything: if so, `to` holds its sources and contents.
inline bool read_choices(const Reading &reading, Arena &arena, const Hint &hint, Choices &to) {
    to.at = case_of(reading, hint.head, hint.rule < 0 ? nullptr : &hint);
    choose_cue(to.at);
    List<ScoredSource> sources = source_candidates(to.at, arena);
    size_t best = 0;
    for (size_t n = 1; n < sources.count; ++n) {
        if (sources[n].score > sources[best].score) best = n;
    }
    to.at.has_source = sources[best].is_one;
    to.at.source = sources[best].tokens;
    List<ScoredContent> contents = content_candidates(to.at, arena);
    if (contents.count <= 1) return false;
    keep_contents(to, arena, contents);
    if (to.odds < LEAST_ODDS) return false;
    keep_sources(to, arena, sources);
    return true;
}

// ---------------------------------------------------------------- voices

static const double LEAST_HEARD_ODDS = 0.5;

// The voice of a source's last capitalised word, -1 where it has none.
inline int32_t voice_of(const Reading &reading, const LikelySource &source) {
    if (!source.is_one) return -1;
    for (int32_t t = source.tokens.end - 1; t >= source.tokens.start; --t) {
        if (reading.types[t]->is(CAPITAL)) return reading.in.voices[t];
    }
    return -1;
}

// For each voice how often it is the likeliest source of a likely attribution.
inline int32_t *count_voices(Reading &reading, const List<Choices> &all) {
    int32_t *heard = reading.arena.zeros<int32_t>((size_t)reading.in.tokens + 1);
    for (const Choices &one : all) {
        if (one.odds <= LEAST_HEARD_ODDS) continue;
        int32_t voice = voice_of(reading, one.sources[0]);
        if (voice >= 0) ++heard[voice];
    }
    return heard;
}

inline int32_t times_elsewhere(const Choices &one, const LikelySource &source,
                               const int32_t *heard) {
    const Reading &reading = *one.at.reading;
    int32_t voice = voice_of(reading, source);
    if (voice < 0) return -1;
    int32_t times = heard[voice];
    if (one.odds > LEAST_HEARD_ODDS && voice == voice_of(reading, one.sources[0])) --times;
    return least_of(3, times);
}

}  // namespace newsquote
