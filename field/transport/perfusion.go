package transport

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"trabecula/field"
	"trabecula/field/signal"
)

// A perfused substance is linear in its level in plasma and quick against the
// change of that level, so its field is plasma times a profile u:
//
//	div(D grad u) - clearance*u + P*(1 - u) at the sinusoids = 0.

// Numbers of the solution of a profile.
const (
	profileTolerance = 5e-3 // L1 error of a profile, relative to its mean
	profileCycles    = 300
)

// Perfusion returns the steady concentration of a substance in every pixel as a
// share of that in plasma, 0..1. Sites are the sinusoids; without any it is 0,
// and 1 where nothing is cleared. The iteration starts from previous, any
// multiple of a profile of about the same section, or from 1 if that is nil.
func Perfusion(g field.Grid, bone, osteoid []float32, sites []int32, p signal.PerfusedParams, previous []float32) ([]float32, error) {
	f, err := newFlood(g, bone, osteoid, sites, p)
	if err != nil {
		return nil, err
	}
	profile := make([]float32, g.Len())
	switch {
	case len(sites) == 0 || p.Permeability == 0:
		return profile, nil
	case p.Clearance == 0:
		fill(profile, 1)
		return profile, nil
	case previous == nil:
		fill(profile, 1)
	default:
		copy(profile, previous)
	}
	return profile, f.solve(newBench(g.W, g.H), profile)
}

// flood is a perfused substance: a steady species that sinusoids secrete and
// take up.
type flood struct {
	species
	flow flow
}

// newFlood returns the substance without levels.
func newFlood(g field.Grid, bone, osteoid []float32, sites []int32, p signal.PerfusedParams) (*flood, error) {
	points := make([]Point, len(sites))
	for i, at := range sites {
		points[i] = Point{at, float32(p.Permeability / g.PixelArea())}
	}
	if err := check("sinusoids", points, g.Len()); err != nil {
		return nil, err
	}
	return &flood{
		species: species{
			name:  "profile",
			d:     newDiffusivity(g, 1, p.DiffusionMarrow, p.DiffusionOsteoid, p.DiffusionBone),
			decay: p.Clearance, medium: &medium{bone: bone, osteoid: osteoid}, w: g.W, h: g.H, dt: 1,
			fit: fit{upt: points},
		},
		flow: flow{sec: points, upt: points, secreted: total(points)},
	}, nil
}

// solve carries a profile from a guess to the solution. What the residual is
// compared with is what is cleared, which is known only as the profile is.
func (f *flood) solve(b *bench, profile []float32) error {
	f.u, f.mass = profile, scale(lanes(), profile, 1)
	f.flow.taken = weighted(f.flow.upt, profile)
	if x, ok := f.balance(f.flow, 0); ok {
		f.mass = scale(lanes(), profile, float32(x))
	}
	f.alive()
	u, shape := &b.u[0], &f.levels[0].shape
	shape.pack(u, &b.rhs[0], profile, 0)
	shape.scatter(&b.rhs[0], f.flow.sec)
	for {
		goal := profileTolerance * f.decay * f.mass
		if _, err := f.iterate(b, u, goal, f.rounding(f.decay*f.mass), profileCycles); err != nil {
			return err
		}
		was := f.mass
		if f.mass = shape.sum(u); f.mass >= was/2 {
			break
		}
	}
	shape.unpack(profile, u, 1)
	return nil
}

// PerMarrow divides a profile by its mean over marrow, weighted by the marrow
// in each pixel, so that 1 is what tissue holds at normal perfusion, to which
// dose-responses refer. An empty profile becomes 1 everywhere: a section without
// sinusoids is fed from beside it.
func PerMarrow(profile, bone []float32) {
	amount, marrow := 0.0, 0.0
	for i, u := range profile {
		share := 1 - float64(bone[i])
		amount += share * float64(u)
		marrow += share
	}
	if amount <= 0 {
		fill(profile, 1)
		return
	}
	scale(lanes(), profile, float32(marrow/amount))
}

// Perfusions returns the profiles of all perfused substances, each divided by
// its mean over marrow; nil stands for 1 everywhere, where nothing is cleared.
// Substances of equal numbers share a plane. The iteration starts from previous,
// the result for an earlier state of the section, or from nothing where that is
// nil. The bits do not depend on the number of workers.
func Perfusions(g field.Grid, bone, osteoid []float32, sites []int32, p [signal.HormoneCount]signal.PerfusedParams, previous [signal.HormoneCount][]float32, workers int) (profiles [signal.HormoneCount][]float32, err error) {
	first := classes(p)
	var errs [signal.HormoneCount]error
	var next atomic.Int64
	work := func() {
		for h := next.Add(1) - 1; h < int64(signal.HormoneCount); h = next.Add(1) - 1 {
			if first[h] != signal.Hormone(h) || p[h].Clearance == 0 {
				continue
			}
			profiles[h], errs[h] = Perfusion(g, bone, osteoid, sites, p[h], previous[h])
			PerMarrow(profiles[h], bone)
		}
	}
	var group sync.WaitGroup
	for range workers - 1 {
		group.Go(work)
	}
	work()
	group.Wait()
	for h, like := range first {
		profiles[h] = profiles[like]
		if errs[h] != nil {
			errs[h] = fmt.Errorf("hormones.%s: %w", signal.Hormone(h), errs[h])
		}
	}
	return profiles, errors.Join(errs[:]...)
}

// classes returns for every substance the first with the same numbers.
func classes(p [signal.HormoneCount]signal.PerfusedParams) (first [signal.HormoneCount]signal.Hormone) {
	for h := range first {
		for p[first[h]] != p[h] {
			first[h]++
		}
	}
	return first
}
