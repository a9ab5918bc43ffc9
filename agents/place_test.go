package agents

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/field/signal"
	"trabecula/field/tissue"
	"trabecula/sim/rng"
)

// picture marks the marrow or bone pixels for which is holds.
func (s *world) picture(is func(i int32) bool) (rows []string) {
	for y := range s.H {
		row := ""
		for x := range s.W {
			switch i := s.pixel(x, y); {
			case is(i):
				row += "x"
			case s.env.Marrow(i):
				row += "."
			default:
				row += "#"
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// notched is a wall with a notch one pixel wide and two deep.
func notched() *world {
	s := walled(7, 6, 2)
	s.Bone[s.At(3, 2)], s.Bone[s.At(3, 3)] = 0.2, 0.49
	s.freeze()
	return s
}

func TestMarrowTouchesBoneByEdgeOrCorner(t *testing.T) {
	s := notched()
	require.Equal(t, []string{
		".......",
		"xxxxxxx",
		"###x###",
		"###x###",
		"#######",
		"#######"}, s.picture(s.env.OnBone))
}

func TestBoneIsExposedByItsEdges(t *testing.T) {
	s := notched()
	require.Equal(t, []string{
		".......",
		".......",
		"xxx.xxx",
		"##x.x##",
		"###x###",
		"#######"}, s.picture(s.env.Exposed))
}

func TestFaceAtLooksAtBoneBeside(t *testing.T) {
	s := notched()
	s.Face[s.At(6, 2)] = tissue.Eroded
	s.Face[s.At(3, 2)] = tissue.Eroded // marrow now: what it was does not count
	require.Equal(t, []string{
		".......",
		".....xx",
		"###.###",
		"###.###",
		"#######",
		"#######"}, s.picture(func(i int32) bool { return s.env.FaceAt(i, tissue.Eroded) }))
}

// Bare is bone surface that is neither under osteoid nor under any cell of the
// osteoblast lineage; an osteoclast leaves it bare.
func TestBare(t *testing.T) {
	s := walled(31, 6, 3)
	onBone := s.picture(s.env.OnBone)
	s.freeze()
	require.Equal(t, onBone, s.picture(s.env.Bare))
	s.add(Osteoclast, 15, 2)
	s.freeze()
	require.Equal(t, onBone, s.picture(s.env.Bare))
	for _, k := range []Kind{LiningCell, Reversal, Osteoblast} {
		s.cells = nil
		s.add(k, 15, 2)
		s.freeze()
		require.False(t, s.env.Bare(s.pixel(15, 2)), "%s", k)
		require.True(t, s.env.Bare(s.pixel(30, 2)), "%s", k)
	}
	s.cells = nil
	for i := range s.Face {
		s.Face[i] = tissue.Covered
	}
	s.freeze()
	require.NotContains(t, s.picture(s.env.Bare), "x")
	require.False(t, s.env.Bare(s.pixel(15, 2)))
}

// On a flat wall the bed is flat, however far the surface pixel is filled. A
// disc of whole pixels knows that to half a pixel of its area.
func TestConcavityOfAFlatWallIsZero(t *testing.T) {
	const top, radius = 20, 40.0
	for _, full := range []float64{0, 0.25, 0.5, 0.75, 0.9, 1} {
		s := walled(41, 41, top)
		for x := range s.W {
			s.Bone[s.At(x, top-1)] = float32(full)
		}
		pixels := math.Pi * (radius / 5) * (radius / 5)
		require.InDelta(t, 0, s.env.Concavity(s.pixel(20, top-1), radius), 0.52/pixels, "filled by %g", full)
	}
}

// coverage returns how much of pixel (x, y) lies within a circle, by 16 x 16 samples.
func coverage(x, y int, cx, cy, radius float64) float64 {
	const n = 16
	hits := 0
	for i := range n * n {
		px, py := float64(x)+(float64(i%n)+0.5)/n-0.5, float64(y)+(float64(i/n)+0.5)/n-0.5
		if math.Hypot(px-cx, py-cy) < radius {
			hits++
		}
	}
	return float64(hits) / (n * n)
}

// lens returns the share of a disc of radius r, centred on a circle of radius
// big, that lies within the circle (area of a circular lens).
func lens(r, big float64) float64 {
	area := r*r*math.Acos(r/(2*big)) + big*big*math.Acos(1-r*r/(2*big*big)) - r/2*math.Sqrt(4*big*big-r*r)
	return area / (math.Pi * r * r)
}

// In a round cavity, and on a round bulge, the mean over the surface is what
// geometry says, and every pixel has the right sign.
func TestConcavityOfACircle(t *testing.T) {
	const size, radius = 101, 40.0
	for _, big := range []float64{15, 25, 40} { // px
		for sign, bone := range map[float64]func(in float64) float64{
			1:  func(in float64) float64 { return 1 - in },
			-1: func(in float64) float64 { return in },
		} {
			s := newWorld(size, size)
			s.fill(func(x, y int) float64 { return bone(coverage(x, y, size/2, size/2, big)) })
			want := sign * (0.5 - lens(radius/5, big))
			require.Greater(t, sign*want, 0.0)
			sum, n := 0.0, 0
			for i := range int32(s.Len()) {
				if f := s.Bone[i]; f > 0.02 && f < 0.98 {
					got := s.env.Concavity(i, radius)
					require.InDelta(t, want, got, 0.02, "R %g px", big)
					sum, n = sum+got, n+1
				}
			}
			require.InEpsilon(t, want, sum/float64(n), 0.15, "R %g px", big)
		}
	}
}

// Support is 1 inside, 0 outside and 1/2 or so at a half-filled flat surface.
func TestSupport(t *testing.T) {
	s := walled(9, 9, 4)
	for x := range s.W {
		s.Bone[s.At(x, 4)] = 0.5
	}
	s.freeze()
	require.Equal(t, 1.0, s.env.support(s.pixel(4, 7)))
	require.Equal(t, 1.0, s.env.support(s.pixel(0, 8)), "the edge of the section is no surface")
	require.Zero(t, s.env.support(s.pixel(4, 1)))
	require.InDelta(t, 0.5, s.env.support(s.pixel(4, 4)), 1e-12)
}

// Matrix is laid where most bone surrounds it: into the notch, not beside it;
// never into a full pixel, never far away.
func TestBedIsTheDeepestPlaceInReach(t *testing.T) {
	s := notched()
	at := s.env.bed(s.pixel(3, 2))
	require.Equal(t, s.pixel(3, 3), at)
	s.Bone[at] = 1
	require.Equal(t, s.pixel(3, 2), s.env.bed(s.pixel(3, 2)))
	s = newWorld(9, 9)
	require.EqualValues(t, -1, s.env.bed(s.pixel(4, 4)), "no bone, no bed")
}

// A walk keeps to the marrow, takes as many steps as it may and follows its score.
func TestWalk(t *testing.T) {
	s := walled(41, 21, 15)
	s.freeze()
	r := rng.At(1, 0, 0, 0)
	east := func(_ int32, heading float64) float64 { return 10 * math.Cos(heading) }
	to, heading := s.env.Walk(s.pixel(5, 5), 12, &r, east)
	x, y := s.XY(int(to))
	require.Equal(t, 17, x)
	require.InDelta(t, 5, y, 12)
	require.LessOrEqual(t, math.Abs(heading), math.Pi/4+1e-6)
	south := func(_ int32, heading float64) float64 { return 10 * math.Sin(heading) }
	to, _ = s.env.Walk(s.pixel(5, 5), 50, &r, south)
	require.True(t, s.env.Marrow(to))
	_, y = s.XY(int(to))
	require.Equal(t, 14, y, "stopped by the wall")
	to, _ = s.env.Walk(s.pixel(5, 5), 0, &r, east)
	require.Equal(t, s.pixel(5, 5), to)
	for i := range s.Bone {
		s.Bone[i] = 1
	}
	to, _ = s.env.Walk(s.pixel(5, 5), 3, &r, east)
	require.Equal(t, s.pixel(5, 5), to, "walled in")
}

// Without a preference all headings come alike.
func TestWalkWithoutPreferenceIsEven(t *testing.T) {
	s := newWorld(11, 11)
	s.freeze()
	counts, n := map[int32]int{}, 8000
	for id := range n {
		r := rng.At(1, 0, uint64(id), 0)
		to, _ := s.env.Walk(s.pixel(5, 5), 1, &r, func(int32, float64) float64 { return 0 })
		counts[to]++
	}
	require.Len(t, counts, 8)
	for _, hits := range counts {
		requireShare(t, 1.0/8, hits, n)
	}
}

// Strides are whole pixels whose mean is the speed.
func TestStridesKeepTheSpeed(t *testing.T) {
	s := newWorld(3, 3)
	for _, speed := range []float64{0, 1, 5, 12, 47} { // um/h; a pixel is 5 um, a step 1 h
		sum, n := 0, 4000
		for id := range n {
			r := rng.At(2, 0, uint64(id), 0)
			v := s.env.Strides(speed, &r)
			require.True(t, v == int(speed/5) || v == int(speed/5)+1)
			sum += v
		}
		require.InDelta(t, speed/5, float64(sum)/float64(n), sigmas*0.5/math.Sqrt(float64(n)))
	}
}

func TestSlope(t *testing.T) {
	s := newWorld(3, 1)
	copy(s.planes[signal.TGFb], []float32{0, 1, 3})
	require.Equal(t, 0.5, s.env.Slope(signal.TGFb, 1, 2))
	require.Equal(t, -0.5, s.env.Slope(signal.TGFb, 2, 1))
	require.Equal(t, 1.0, s.env.Slope(signal.TGFb, 0, 2))
	require.Zero(t, s.env.Slope(signal.TGFb, 0, 0), "nothing is no slope")
}

func TestMarrowOfASection(t *testing.T) {
	s := walled(20, 20, 15)
	require.InDelta(t, 300*25e-6, s.env.MarrowArea(), 1e-15)
	r := rng.At(1, 0, 0, 0)
	rows := map[int]int{}
	for range 2000 {
		i := s.env.MarrowPixel(&r)
		require.True(t, s.env.Marrow(i))
		_, y := s.XY(int(i))
		rows[y]++
	}
	require.Len(t, rows, 15, "any marrow is met")
	to, ok := s.env.NearestMarrow(s.pixel(10, 17), 20)
	require.True(t, ok)
	require.Equal(t, s.pixel(10, 14), to)
	_, ok = s.env.NearestMarrow(s.pixel(10, 17), 10)
	require.False(t, ok)
	for i := range s.Bone {
		s.Bone[i] = 1
	}
	require.EqualValues(t, -1, s.env.MarrowPixel(&r))
	require.Zero(t, s.env.MarrowArea())
}
