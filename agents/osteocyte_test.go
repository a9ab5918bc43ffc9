package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/sim/rng"
)

// osteocytes returns a world of bone, marrow above, in which osteocytes do not
// die and calm ones secrete 100 molecules of RANKL an hour.
func osteocytes() (*world, *OsteocyteParams) {
	s := walled(101, 61, 10)
	p := of[OsteocyteParams](s, Osteocyte)
	p.Apoptosis, p.RANKL, p.AlarmRANKL, p.AlarmReach, p.Alarm, p.Paracrine = 0, 100, 9, 80, 200, 0
	return s, p
}

// rankl returns the RANKL that the osteocyte in the middle secretes when the
// others given by distance [px] and age [h] are dead.
func rankl(others ...[2]float64) float64 {
	s, _ := osteocytes()
	s.add(Osteocyte, 50, 35)
	for _, o := range others {
		c := &s.cells[s.add(Osteocyte, 50+int(o[0]), 35)]
		c.Flags, c.Clock = Dead, float32(o[1])
	}
	return rate(s.step().Secrete[signal.RANKL])
}

// The loss of a neighbour alarms: more when it is near, when it is fresh and when
// there are several; never beyond the full alarm, and not out of reach.
func TestOsteocyteIsAlarmedByDeadNeighbours(t *testing.T) {
	const calm, full = 100.0, 1000.0
	require.InDelta(t, calm, rankl(), 1e-3)
	near, far := rankl([2]float64{9, 0}), rankl([2]float64{14, 0})
	require.Greater(t, far, calm)
	require.Greater(t, near, far)
	require.LessOrEqual(t, near, full)
	require.Less(t, rankl([2]float64{14, 100}), far)
	require.InDelta(t, calm, rankl([2]float64{9, 1e5}), 1e-3, "an old loss is forgotten")
	require.Greater(t, rankl([2]float64{14, 0}, [2]float64{-14, 0}), far)
	require.InDelta(t, full, rankl([2]float64{1, 0}, [2]float64{-1, 0}, [2]float64{2, 0}, [2]float64{-2, 0}), 1e-3)
	require.InDelta(t, calm, rankl([2]float64{17, 0}), 1e-3, "85 um away")
}

// The alarm fades with the age of the death.
func TestAlarmFadesExponentially(t *testing.T) {
	fresh := rankl([2]float64{14, 0}) - 100
	for _, age := range []float64{50, 200, 400} {
		require.InEpsilon(t, fresh*math.Exp(-age/200), rankl([2]float64{14, age})-100, 1e-4)
	}
}

// Only dead osteocytes are missed.
func TestLivingNeighboursDoNotAlarm(t *testing.T) {
	s, _ := osteocytes()
	for _, x := range []int{45, 50, 55} {
		s.add(Osteocyte, x, 35)
	}
	require.InDelta(t, 300, rate(s.step().Secrete[signal.RANKL]), 1e-3)
}

// A dead osteocyte is silent, stays in its lacuna and counts the time since.
func TestDeadOsteocyteIsSilent(t *testing.T) {
	s, _ := osteocytes()
	s.cells[s.add(Osteocyte, 50, 35)].Flags = Dead
	for n := 1; n < 50; n++ {
		out := s.step()
		require.Empty(t, out.List)
		for sig := range signal.Count {
			require.Empty(t, out.Secrete[sig])
		}
		require.Equal(t, float32(n), s.cells[0].Clock)
	}
}

// A living one sends sclerostin, OPG, M-CSF and RANKL from where it lies.
func TestOsteocyteSecretes(t *testing.T) {
	s, p := osteocytes()
	p.OPG, p.Sclerostin, p.MCSF = 3, 4, 5
	s.add(Osteocyte, 50, 35)
	out := s.step()
	for sig, want := range map[signal.Signal]float32{signal.RANKL: 100, signal.OPG: 3, signal.Sclerostin: 4, signal.MCSF: 5} {
		require.Len(t, out.Secrete[sig], 1)
		require.Equal(t, want, out.Secrete[sig][0].Rate)
		require.Equal(t, s.pixel(50, 35), out.Secrete[sig][0].At)
	}
}

// Osteocytes die at the rate of apoptosis, each once, with a note for the log.
func TestOsteocytesDieAtTheirRate(t *testing.T) {
	s, p := osteocytes()
	p.Apoptosis, p.AlarmReach = 0.02, 0
	const n = 2000
	for i := range n {
		s.add(Osteocyte, i%100, 11+i/100)
	}
	notes := 0
	for step := 1; step <= 40; step++ {
		notes += len(only(s.step().List, Note))
		dead := 0
		for _, c := range s.cells {
			if c.Has(Dead) {
				dead++
			}
		}
		require.Equal(t, dead, notes)
		requireShare(t, 1-math.Exp(-0.02*float64(step)), dead, n)
	}
}

// Living or dead, an osteocyte goes with its bone.
func TestOsteocyteEndsWithItsBone(t *testing.T) {
	for _, flags := range []uint8{0, Dead} {
		s, _ := osteocytes()
		s.cells[s.add(Osteocyte, 50, 35)].Flags = flags
		require.Empty(t, only(s.step().List, Die))
		s.Bone[s.At(50, 35)] = 0.49
		require.Len(t, only(s.step().List, Die), 1)
	}
}

// The initial section has its density of lacunae, all inside bone and apart.
func TestFoundOsteocytesLieApartInBone(t *testing.T) {
	s, p := osteocytes()
	p.Density, p.Spacing, p.Dead = 2e-4, 30, 0.25
	r := rng.At(1, 0, 0, 2)
	rules := s.params.Bind()
	s.freeze()
	s.cells = rules[Osteocyte].Found(s.env, &r)
	require.InDelta(t, 2e-4*101*51*25, len(s.cells), 1)
	s.freeze()
	for _, c := range s.cells {
		require.False(t, s.env.Marrow(c.Pos) || s.env.Exposed(c.Pos))
		require.Equal(t, 1, s.env.Count(Osteocyte, c.Pos, 29.9))
	}
}

// Some of the founders are dead, their deaths spread over the time of the alarm.
func TestFoundOsteocytesHoldTheirDead(t *testing.T) {
	s, p := osteocytes()
	p.Dead = 0.25
	s.freeze()
	cells, dead, age := 0, 0, 0.0
	for id := range uint64(60) {
		r := rng.At(1, 0, id, 2)
		for _, c := range s.params.Bind()[Osteocyte].Found(s.env, &r) {
			cells++
			if c.Has(Dead) {
				dead, age = dead+1, age+float64(c.Clock)
			}
		}
	}
	requireShare(t, 0.25, dead, cells)
	requireLife(t, p.Alarm, age/float64(dead), dead)
}

// Sclerostin around the cell moves its RANKL about what health makes of it.
func TestSclerostinRaisesRANKL(t *testing.T) {
	for sclerostin, want := range map[float64]float64{0: 50, 80: 100, 1e9: 150} {
		s, p := osteocytes()
		p.Paracrine, p.HalfScl = 0.5, 80
		s.flood(signal.Sclerostin, sclerostin)
		s.add(Osteocyte, 50, 35)
		require.InDelta(t, want, rate(s.step().Secrete[signal.RANKL]), 1e-3)
	}
}
