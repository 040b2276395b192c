//! Whole steps, a stretch at a time: where millions of steps are missing, nobody takes them one by one.
//!
//! All steps worth more than the last one the money reaches are taken at once. That worth is found by halving: not
//! what lies between two numbers, but what numbers there are between them, so that sixty-four halvings end it whatever
//! the curves.

use super::multiplier::Relaxed;
use super::steps::{Pool, count};

/// How far a channel's steps are worth their money: at a dear worth that the money reaches, and at a cheap one that
/// it does not.
#[derive(Clone, Copy)]
struct Between {
    member: usize,
    pool: usize,
    dear: f64,
    cheap: f64,
}

impl Relaxed {
    /// Takes the best steps until hardly any of `left` is left, or nothing is worth anything; gives what is left, less
    /// than a few steps a channel.
    pub(super) fn take_stretches(&mut self, pools: &mut [Pool<'_>], left: f64) -> f64 {
        let members = pools.iter().enumerate().flat_map(|(pool, one)| one.members.iter().map(move |&one| (one, pool)));
        let (mut dear_bits, mut cheap_bits) = (f64::INFINITY.to_bits(), 1);
        let mut all: Vec<Between> = members
            .map(|(member, pool)| {
                let x = self.x[member];
                Between { member, pool, dear: x, cheap: self.majorants[member].high.max(x) }
            })
            .collect();
        let few = count(all.len());
        let worthwhile = self.reached(&all, f64::from_bits(cheap_bits));
        all.iter_mut().zip(&worthwhile).for_each(|(one, x)| one.cheap = *x);
        if self.taken(pools, &all, &worthwhile) <= left {
            for one in &mut all {
                one.dear = one.cheap;
            }
        }
        let apart = |all: &[Between]| all.iter().map(|one| one.cheap - one.dear).sum::<f64>();
        while dear_bits - cheap_bits > 1 && apart(&all) > few {
            let middle_bits = cheap_bits + (dear_bits - cheap_bits) / 2;
            let middle = self.reached(&all, f64::from_bits(middle_bits));
            if self.taken(pools, &all, &middle) <= left {
                dear_bits = middle_bits;
                all.iter_mut().zip(middle).for_each(|(one, x)| one.dear = x);
            } else {
                cheap_bits = middle_bits;
                all.iter_mut().zip(middle).for_each(|(one, x)| one.cheap = x);
            }
        }
        let left = self.take_dear(pools, &all, left);
        // What is still apart in plenty is worth the very same, and anything of it is the best.
        if apart(&all) > few { self.take_cheap(pools, &all, left) } else { left }
    }

    /// How far the steps of each channel are worth that much.
    fn reached(&mut self, all: &[Between], worth: f64) -> Vec<f64> {
        let mut reached = Vec::with_capacity(all.len());
        for one in all {
            let majorant = &self.majorants[one.member];
            let (mut low, mut high) = (one.dear, one.cheap);
            if low < majorant.end && low < high {
                (low, high) = if majorant.slope < worth { (low, low) } else { (majorant.end, high) };
            }
            while low < high {
                self.work += 1;
                let middle = low + ((high - low) / 2.0).ceil();
                if majorant.curve.next_unit(middle - 1.0) >= worth { low = middle } else { high = middle - 1.0 }
            }
            reached.push(low);
        }
        reached
    }

    /// What it takes to go that far, in each pool no more than there is room for.
    fn taken(&self, pools: &[Pool<'_>], all: &[Between], reached: &[f64]) -> f64 {
        let mut taken = vec![0.0; pools.len()];
        for (one, x) in all.iter().zip(reached) {
            taken[one.pool] += x - self.x[one.member];
        }
        taken.iter().zip(pools).map(|(taken, pool)| f64::min(*taken, pool.room)).sum()
    }

    /// Goes as far as the money surely reaches; a pool with less room than that takes its best steps.
    fn take_dear(&mut self, pools: &mut [Pool<'_>], all: &[Between], mut left: f64) -> f64 {
        for (number, pool) in pools.iter_mut().enumerate() {
            let own = all.iter().filter(|one| one.pool == number);
            let wanted: f64 = own.clone().map(|one| one.dear - self.x[one.member]).sum();
            if wanted <= pool.room {
                own.for_each(|one| self.x[one.member] = one.dear);
                (left, pool.room) = (left - wanted, pool.room - wanted);
            } else {
                let members = pool.members;
                left -= pool.room;
                self.take_best(&mut [Pool { members, room: f64::INFINITY }], pool.room);
                pool.room = 0.0;
            }
        }
        left
    }

    /// Goes farther, one channel after the other, while money and room last.
    fn take_cheap(&mut self, pools: &mut [Pool<'_>], all: &[Between], mut left: f64) -> f64 {
        for one in all {
            let room = &mut pools[one.pool].room;
            let taken = (one.cheap - self.x[one.member]).min(left).min(*room).max(0.0);
            self.x[one.member] += taken;
            (left, *room) = (left - taken, *room - taken);
        }
        left
    }
}
