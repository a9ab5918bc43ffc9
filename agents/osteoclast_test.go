package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/field/tissue"
)

// osteoclasts returns a world with a wall, rich in RANKL, in which osteoclasts
// neither die nor move nor lose nuclei.
func osteoclasts() (*world, *OsteoclastParams) {
	s := walled(61, 41, 20)
	p := of[OsteoclastParams](s, Osteoclast)
	p.NucleusLife, p.Lifespan, p.Starved, p.TGFbDeath = forever, forever, forever, 0
	p.Speed, p.Migration, p.Foot, p.Rate = 0, 0, 20, 2
	p.HalfRANKL, p.Memory, p.Fission.Share = 2, 24, 0
	s.flood(signal.RANKL, 1e9)
	return s, p
}

// fed adds an osteoclast of five nuclei that has all the RANKL it wants.
func (s *world) fed(x, y int) *Cell {
	c := &s.cells[s.add(Osteoclast, x, y)]
	c.Nuclei, c.RANK = 5, 1
	return c
}

// It dissolves its rate for every nucleus, from open mineralised bone under its foot.
func TestOsteoclastResorbsPerNucleus(t *testing.T) {
	for _, nuclei := range []uint8{3, 5, 8} {
		s, _ := osteoclasts()
		s.fed(30, 18).Nuclei = nuclei
		sum := 0.0
		for _, w := range only(s.step().List, Resorb) {
			require.True(t, s.env.Exposed(w.At))
			require.LessOrEqual(t, s.apart(w.At, s.pixel(30, 18))*25, 20*20*float64(nuclei)/typicalNuclei)
			sum += float64(w.Amount)
		}
		require.InDelta(t, 2*float64(nuclei)/25, sum, 1e-6) // um2/h a nucleus, in pixels of 25 um2
	}
}

// Activity is the occupancy of RANK: half of it, half the work; none, none.
func TestOsteoclastNeedsRANKLToWork(t *testing.T) {
	for rankl, share := range map[float64]float64{0: 0, 2: 0.5, 1e9: 1} {
		s, _ := osteoclasts()
		s.flood(signal.RANKL, rankl)
		s.fed(30, 18).RANK = float32(share)
		sum := 0.0
		for _, w := range only(s.step().List, Resorb) {
			sum += float64(w.Amount)
		}
		require.InDelta(t, share*2*5/25, sum, 1e-6)
	}
}

// NF-kB follows the occupancy of RANK with its time constant.
func TestOsteoclastRemembersRANKL(t *testing.T) {
	s, p := osteoclasts()
	s.flood(signal.RANKL, 0)
	s.fed(30, 10)
	for n := 1; n < 100; n++ {
		s.step()
		require.InDelta(t, math.Exp(-float64(n)/p.Memory), s.cells[0].RANK, 1e-5)
	}
}

// Osteoid, what a seam covers and what osteoblasts or reversal cells hold is
// closed to it; so is bone out of reach.
func TestOsteoclastSparesCoveredBone(t *testing.T) {
	surface := func(s *world, do func(i int)) {
		for x := range s.W {
			do(s.At(x, 20))
		}
	}
	tests := map[string]func(s *world){
		"osteoid": func(s *world) {
			surface(s, func(i int) { s.Osteoid[i], s.Mineral[i] = 1, 0 })
		},
		"a seam": func(s *world) {
			surface(s, func(i int) { s.Osteoid[i], s.Mineral[i], s.Face[i] = 0.7, 0.2, tissue.Covered })
		},
		"under osteoblasts":     func(s *world) { s.cover(Osteoblast) },
		"under reversal cells":  func(s *world) { s.cover(Reversal) },
		"in marrow, no contact": func(s *world) { s.cells[0].Pos = s.pixel(30, 10) },
	}
	for name, set := range tests {
		t.Run(name, func(t *testing.T) {
			s, _ := osteoclasts()
			of[OsteoblastParams](s, Osteoblast).Foot = 16
			of[ReversalParams](s, Reversal).Foot = 16
			s.fed(30, 18)
			set(s)
			require.Empty(t, only(s.step().List, Resorb))
		})
	}
}

// Where only part of its bed is mineralised, it takes that part alone.
func TestOsteoclastTakesOnlyTheMineralised(t *testing.T) {
	s, _ := osteoclasts()
	for x := 30; x < s.W; x++ {
		s.Osteoid[s.At(x, 20)], s.Mineral[s.At(x, 20)] = 1, 0
	}
	s.fed(30, 18)
	wishes := only(s.step().List, Resorb)
	require.NotEmpty(t, wishes)
	for _, w := range wishes {
		x, _ := s.XY(int(w.At))
		require.Less(t, x, 30)
	}
}

// RANKL sets the life of an osteoclast, from that of a starved cell to that of a
// fed one; between them the hazards add.
func TestOsteoclastLivesByRANKL(t *testing.T) {
	const n, starved, age = 1200, 10.0, 60.0
	for rankl, fed := range map[float64]float64{0: 0, 2: 0.5, 1e9: 1} {
		s, p := osteoclasts()
		p.Starved, p.Lifespan, p.Memory = starved, age, 1e-9
		s.flood(signal.RANKL, rankl)
		mean, causes := s.lives(Cell{Kind: Osteoclast, Nuclei: 5, Pos: s.pixel(30, 10)}, n)
		hazard := (1-fed)/starved + fed/age
		requireLife(t, 1/hazard, mean, n)
		requireShare(t, (1-fed)/starved/hazard, causes["lack of RANKL"], n)
		requireShare(t, fed/age/hazard, causes["age"], n)
	}
}

// TGF-β adds its own hazard to that of age.
func TestOsteoclastDiesByTGFb(t *testing.T) {
	const n = 1200
	s, p := osteoclasts()
	p.Lifespan, p.Memory, p.TGFbDeath, p.HalfTGFb = 60, 1e-9, 1.0/30, 0.05
	s.flood(signal.TGFb, 0.05)
	mean, causes := s.lives(Cell{Kind: Osteoclast, Nuclei: 5, Pos: s.pixel(30, 10)}, n)
	requireLife(t, 30, mean, n) // 1/60 of age and half of 1/30
	requireShare(t, 0.5, causes["TGF-β"], n)
}

// Each nucleus has its own exponential life.
func TestOsteoclastLosesNuclei(t *testing.T) {
	const cells, nuclei = 1500, 10
	s, p := osteoclasts()
	p.NucleusLife = 100
	for range cells {
		s.fed(30, 10).Nuclei = nuclei
	}
	for n := 1; n <= 30; n++ {
		s.step()
		left := 0
		for _, c := range s.cells {
			left += int(c.Nuclei)
		}
		requireShare(t, math.Exp(-float64(n)/100), left, cells*nuclei)
	}
}

// The last nucleus takes the cell with it.
func TestOsteoclastDiesWithItsLastNucleus(t *testing.T) {
	const n = 1000
	s, p := osteoclasts()
	p.NucleusLife = 30
	mean, causes := s.lives(Cell{Kind: Osteoclast, Nuclei: 1, Pos: s.pixel(30, 10), RANK: 1}, n)
	requireLife(t, 30, mean, n)
	require.Equal(t, map[Cause]int{"nuclei exhausted": n}, causes)
}

// In the marrow it climbs the slope of RANKL, which it takes up.
func TestOsteoclastFollowsRANKL(t *testing.T) {
	s, p := osteoclasts()
	p.Uptake = 7
	s.fed(30, 10)
	points := s.step().Uptake[signal.RANKL]
	require.Len(t, points, 1)
	require.Equal(t, float32(7), points[0].Rate)
	requireClimbs(t, Osteoclast, signal.RANKL, func(s *world) {
		p := of[OsteoclastParams](s, Osteoclast)
		p.NucleusLife, p.Lifespan, p.Starved, p.TGFbDeath = forever, forever, forever, 0
		p.Migration, p.Persistence, p.Chemotaxis = 10, 0, 8
	})
}

// Along bone too it goes where RANKL rises.
func TestOsteoclastMovesAlongBoneTowardsRANKL(t *testing.T) {
	for _, factor := range []float64{1.3, 1 / 1.3} {
		s := walled(121, 41, 20)
		_, p := osteoclasts()
		p.Speed, p.Rate, p.Persistence, p.Chemotaxis = 10, 0, 0, 8
		s.params[Osteoclast] = p
		s.slope(signal.RANKL, 1, factor)
		for range 20 {
			s.fed(60, 18)
		}
		s.roam(15)
		sum := 0
		for _, c := range s.cells {
			x, _ := s.XY(int(c.Pos))
			sum += x - 60
		}
		require.Greater(t, float64(sum)/20*math.Log(factor), 8*math.Log(1.3))
	}
}

func TestFreedTGFbIsTheParameter(t *testing.T) {
	set := Defaults()
	set[Osteoclast].(*OsteoclastParams).TGFb = 0.375
	require.Equal(t, 0.375, FreedTGFb(set))
}
