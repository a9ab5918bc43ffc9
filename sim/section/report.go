package section

import (
	"math"

	"trabecula/field"
	"trabecula/field/morphometry"
	"trabecula/field/tissue"
)

// Report tells what Build made, and out of what.
type Report struct {
	Geometry    string     `json:"geometry"`
	Image       string     `json:"image,omitempty"`
	SourceW     int        `json:"source_w_px,omitempty"`
	SourceH     int        `json:"source_h_px,omitempty"`
	SourcePixel float64    `json:"source_pixel_um,omitempty"`
	Threshold   float64    `json:"threshold,omitempty"`        // grey level from which a pixel was bone, of full scale
	Window      [4]float64 `json:"window_px,omitempty"`        // x, y, width, height of the section in source pixels
	Specks      int        `json:"specks,omitempty"`           // removed for their size, bone and holes
	SpeckArea   float64    `json:"speck_area_um2,omitempty"`   // [um2]
	SourceBVTV  float64    `json:"source_bv_tv_pct,omitempty"` // of the window, after the removal of specks [%]
	W           int        `json:"w_px"`                       // model pixels
	H           int        `json:"h_px"`
	Pixel       float64    `json:"pixel_um"`
	BVTV        float64    `json:"bv_tv_pct"`         // sum of bone fractions [%]
	SolidBVTV   float64    `json:"solid_bv_tv_pct"`   // pixels that count as bone [%]
	Pieces      int        `json:"pieces"`            // 8-connected pieces of bone
	Islands     int        `json:"islands"`           // of these, such as touch neither another nor the edge
	IslandArea  float64    `json:"island_area_um2"`   // [um2]
	IslandShare float64    `json:"island_share_pct"`  // of bone area [%]
	MineralMean float64    `json:"mineral_mean"`      // of bone, 1 = full
	AgeMean     float64    `json:"matrix_age_mean_d"` // of bone [d]
}

// describe fills in what can be seen in the finished tissue.
func (r *Report) describe(t *tissue.Tissue) {
	r.W, r.H, r.Pixel = t.W, t.H, t.Pixel
	m := morphometry.Threshold(t.Grid, t.Bone, tissue.Solid)
	bone, mineral, age := 0.0, 0.0, 0.0
	for i, b := range t.Bone {
		bone += float64(b)
		mineral += float64(t.Mineral[i])
		age -= float64(t.Born[i]) * float64(b)
	}
	solid := m.Count()
	r.BVTV = 100 * bone / float64(t.Len())
	r.SolidBVTV = 100 * float64(solid) / float64(t.Len())
	r.MineralMean, r.AgeMean = mineral/bone, age/bone/24
	_, pieces := morphometry.Pieces(m)
	r.Pieces = len(pieces)
	r.countIslands(pieces, t.Grid, solid)
}

func (r *Report) countIslands(pieces []morphometry.Piece, g field.Grid, solid int) {
	pixels := 0
	for _, p := range pieces {
		if !p.AtEdge {
			r.Islands++
			pixels += p.Pixels
		}
	}
	r.IslandArea = float64(pixels) * g.PixelArea()
	r.IslandShare = 100 * float64(pixels) / math.Max(float64(solid), 1)
}

// discArea returns the area of a disc.
func discArea(diameter float64) float64 { return math.Pi / 4 * diameter * diameter }
