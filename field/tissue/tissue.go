// Package tissue holds what every pixel is made of: bone, osteoid, mineral,
// matrix-bound factors, labels, microcracks, and the state of the bone surface.
// It knows how matrix is laid, ripens, cracks and is removed, but not who does
// it. Start at Tissue.
package tissue

import "trabecula/field"

// Solid is the bone fraction from which a pixel counts as bone, not marrow.
const Solid = 0.5

// What a light microscope shows of a seam of osteoid [um].
const (
	SeamWidth = 1  // from which it shows; assumed: laboratories set 1-3 um
	SeamDepth = 20 // to which it is looked for; assumed: human seams are 5-12 um wide, twice that in disease
)

// Face is the state of the bone surface that a pixel shows to the marrow.
type Face uint8

// The states of a surface (Dempster 2013): eroded surface includes reversal.
const (
	Quiescent Face = iota
	Eroded
	Covered // by osteoid
	FaceCount
)

// Tissue is the state of the section, one entry a pixel, index y*W + x.
type Tissue struct {
	field.Grid
	Bone           []float32 // bone volume fraction, osteoid included [0..1]
	Osteoid        []float32 // unmineralised part of Bone [0..Bone]
	Mineral        []float32 // mineral content, 1 = a full pixel at full mineralisation [0..Bone-Osteoid]
	Born           []float32 // volume-weighted mean time at which the matrix was laid [h]; before the run: negative
	Batch          []float32 // matrix laid since the pixel last held no osteoid [px]
	Begun          []float32 // time at which the first of the batch was laid [h]
	Laid           []float32 // mean time at which the batch was laid [h]
	TGFb           []float32 // matrix-bound latent TGF-β1 [molecules per pixel]
	IGF1           []float32 // matrix-bound IGF-1 [molecules per pixel]
	Bisphosphonate []float32 // bound to mineral [molecules per pixel]
	Damage         []float32 // microcracks of the pixel per its area [1/um2]; of its bone, Damage/Bone
	Label1, Label2 []float32 // mineralised while the first and the second label was given [px]
	Lost           []float32 // bone removed since the surface was last at rest [px]
	Cement         []float32 // depth of the cavity when its floor here received osteoid [um]; 0 = no cement line
	Floor          []float32 // bone under the cement line in its pixel [px]
	Mark           []float32 // time at which the wall on the cement line began to mineralise [h]
	Stage          []Stage   // what is already known of that wall
	Face           []Face
	Since          []float32 // time at which the surface entered its eroded or covered state [h]
	Totals         Totals
}

// Totals accumulate since the start of the run; they are the flux path of
// dynamic histomorphometry.
type Totals struct {
	Formed      float64 // matrix laid [um2]
	Resorbed    float64 // bone removed [um2]
	Mineralised float64 // osteoid turned into mineralised bone [um2]
	MineralIn   float64 // mineral taken up, full pixels of it [um2]
	MineralOut  float64 // mineral freed by resorption [um2]
	Adsorbed    float64 // bisphosphonate bound [molecules]
	Released    float64 // bisphosphonate freed by resorption and not bound again [molecules]
	Cracked     float64 // microcracks opened
	Uncracked   float64 // microcracks removed by resorption
	Labelled    float64 // mineralised while a label was given [um2]
	Bleached    float64 // label removed, by resorption or with the next labelling [um2]
	Erosions    int64   // quiescent or covered surface pixels that became eroded
	Reversals   int64   // eroded surface pixels that received osteoid
	Completions int64   // covered surface pixels that became quiescent
	Arrests     int64   // eroded surface pixels that became quiescent without formation
	Walls       int64   // surface pixels at which a wall was completed, over cavities a pathologist would count
	WallWidth   float64 // summed width of those [um]
	WallDepth   float64 // summed depth of their cavities [um]
	EarlyWidth  float64 // summed width of walls when they had grown beyond EarlyWall [um]
	EarlyTime   float64 // summed time in which they had [h]
	FrontWidth  float64 // summed width of what had mineralised in walls, when beyond EarlyWall [um]
	FrontTime   float64 // summed time in which it had [h]
	ErodedTime  float64 // summed time from erosion to osteoid over Reversals [h]
	FormingTime float64 // summed time from osteoid to quiescence over Completions [h]
}

// New returns a section of marrow only.
func New(g field.Grid) *Tissue {
	n := g.Len()
	f := func() []float32 { return make([]float32, n) }
	return &Tissue{Grid: g, Bone: f(), Osteoid: f(), Mineral: f(), Born: f(), Batch: f(), Begun: f(), Laid: f(), TGFb: f(), IGF1: f(),
		Bisphosphonate: f(), Damage: f(), Label1: f(), Label2: f(),
		Lost: f(), Cement: f(), Floor: f(), Mark: f(), Stage: make([]Stage, n), Face: make([]Face, n), Since: f()}
}

// View is a read-only look at a Tissue.
type View struct{ t *Tissue }

// View returns a read-only look at t.
func (t *Tissue) View() View { return View{t} }

// Grid returns the lattice.
func (v View) Grid() field.Grid { return v.t.Grid }

// Bone returns the bone volume fraction of pixel i, osteoid included.
func (v View) Bone(i int) float32 { return v.t.Bone[i] }

// Osteoid returns the unmineralised bone fraction of pixel i.
func (v View) Osteoid(i int) float32 { return v.t.Osteoid[i] }

// Mineral returns the mineral content of pixel i, 1 = full.
func (v View) Mineral(i int) float32 { return v.t.Mineral[i] }

// Born returns the mean time at which the matrix of pixel i was laid [h].
func (v View) Born(i int) float32 { return v.t.Born[i] }

// Laid returns the mean time at which the osteoid of pixel i was laid, with what
// has mineralised of the same batch [h].
func (v View) Laid(i int) float32 { return v.t.Laid[i] }

// Begun returns the time at which the first osteoid of pixel i was laid [h].
func (v View) Begun(i int) float32 { return v.t.Begun[i] }

// Solid tells whether pixel i counts as bone.
func (v View) Solid(i int) bool { return v.t.Bone[i] >= Solid }

// Face returns the surface state of pixel i; it means something only on bone
// that touches marrow.
func (v View) Face(i int) Face { return v.t.Face[i] }

// Since returns the time at which the face of pixel i entered its state [h].
func (v View) Since(i int) float32 { return v.t.Since[i] }

// TGFb returns the matrix-bound latent TGF-β1 of pixel i [molecules].
func (v View) TGFb(i int) float32 { return v.t.TGFb[i] }

// IGF1 returns the matrix-bound IGF-1 of pixel i [molecules].
func (v View) IGF1(i int) float32 { return v.t.IGF1[i] }

// Totals returns the amounts accumulated since the start of the run.
func (v View) Totals() Totals { return v.t.Totals }
