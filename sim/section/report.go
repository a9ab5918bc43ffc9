package section

import (
	"math"

	"trabecula/field/morphometry"
	"trabecula/field/tissue"
	"trabecula/sim/unit"
)

// Report tells what Build made, and out of what.
type Report struct {
	Geometry    string     `json:"geometry"`
	Image       string     `json:"image,omitempty"`
	SourceW     int        `json:"source_w_px,omitempty"`
	SourceH     int        `json:"source_h_px,omitempty"`
	SourcePixel float64    `json:"source_pixel_um,omitempty"`
	Threshold   float64    `json:"threshold,omitempty"`      // grey level from which a pixel was bone, of full scale
	Window      [4]float64 `json:"window_px,omitempty"`      // x, y, width, height of the section in source pixels
	Specks      int        `json:"specks,omitempty"`         // removed for their size, bone and holes
	SpeckArea   float64    `json:"speck_area_um2,omitempty"` // [um2]
	SourceBVTV  float64    `json:"source_bv_tv,omitempty"`   // of the window, after the removal of specks [1]
	W           int        `json:"w_px"`                     // model pixels
	H           int        `json:"h_px"`
	Pixel       float64    `json:"pixel_um"`
	BVTV        float64    `json:"bv_tv"`             // sum of bone fractions [1]
	SolidBVTV   float64    `json:"solid_bv_tv"`       // pixels that count as bone [1]
	Pieces      int        `json:"pieces"`            // 8-connected pieces of bone
	Islands     int        `json:"islands"`           // of these, such as touch neither another nor the edge
	IslandArea  float64    `json:"island_area_um2"`   // [um2]
	IslandShare float64    `json:"island_share"`      // of bone area [1]
	MineralMean float64    `json:"mineral_mean"`      // of bone, 1 = full
	AgeMean     float64    `json:"matrix_age_mean_d"` // of bone [d]
}

// describe fills in what can be seen in the finished tissue.
func (r *Report) describe(t *tissue.Tissue) {
	r.describeMask(morphometry.Threshold(t.Grid, t.Bone, tissue.Solid))
	bone, mineral, age := 0.0, 0.0, 0.0
	for i, b := range t.Bone {
		bone += float64(b)
		mineral += float64(t.Mineral[i])
		age -= float64(t.Born[i]) * float64(b)
	}
	r.BVTV = bone / float64(t.Len())
	r.MineralMean, r.AgeMean = mineral/bone, age/bone/unit.Day
}

// describeMask fills in what can be seen in the pixels that count as bone.
func (r *Report) describeMask(m morphometry.Mask) {
	r.W, r.H, r.Pixel = m.W, m.H, m.Pixel
	bone := m.Count()
	r.SolidBVTV = float64(bone) / float64(m.Len())
	r.BVTV = r.SolidBVTV
	topology := morphometry.TopologyOf(m)
	r.Pieces, r.Islands, r.IslandShare = topology.Components, topology.Islands, topology.IslandShare
	r.IslandArea = float64(topology.IslandPixels) * m.PixelArea()
}

// discArea returns the area of a disc.
func discArea(diameter float64) float64 { return math.Pi / 4 * diameter * diameter }
