package main

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// images writes pictures that no section can be made of, and one that is fine.
func images(t *testing.T, dir string) {
	t.Helper()
	put := func(name string, data []byte) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o644))
	}
	good := encoded(t, halves(200, 200))
	put("good.png", good)
	put("empty.png", nil)
	put("truncated.png", good[:len(good)/2])
	put("text.png", []byte("this is no picture"))
	put("dot.png", encoded(t, image.NewGray(image.Rect(0, 0, 1, 1))))
	put("huge.png", declared(good, 30000, 30000))
	put("black.png", encoded(t, image.NewGray(image.Rect(0, 0, 200, 200))))
	colour := image.NewRGBA(image.Rect(0, 0, 200, 200))
	colour.Set(1, 1, color.RGBA{200, 10, 10, 255})
	put("colour.png", encoded(t, colour))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "folder.png"), 0o755))
}

// halves is a picture whose left half is bone.
func halves(w, h int) image.Image {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		if i%w < w/2 {
			img.Pix[i] = 255
		}
	}
	return img
}

func encoded(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, png.Encode(&b, img))
	return b.Bytes()
}

// declared returns a PNG whose header claims another size.
func declared(data []byte, w, h uint32) []byte {
	out := bytes.Clone(data)
	header := out[12:29] // IHDR and its content
	binary.BigEndian.PutUint32(header[4:], w)
	binary.BigEndian.PutUint32(header[8:], h)
	binary.BigEndian.PutUint32(out[29:], crc32.ChecksumIEEE(header))
	return out
}

func TestBadInputExits2AndWritesNothing(t *testing.T) {
	root := t.TempDir()
	images(t, root)
	file := func(name string) string { return filepath.Join(root, name) }
	require.NoError(t, os.Mkdir(file("full"), 0o755))
	require.NoError(t, os.WriteFile(file("full/thesis.txt"), nil, 0o644))
	require.NoError(t, os.WriteFile(file("bad.toml"), []byte("schema = 1\n[cells.osteoclast]\nlifespan = 3 apples\n"), 0o644))
	set := func(text string) []string { return []string{"healthy", "--set", text} }
	picture := func(name string) []string {
		return []string{"healthy", "--image", file(name), "--pixel-size", "10um"}
	}
	treat := func(text string) []string { return []string{"healthy", "--treat", text} }
	before := tree(t, root)
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"missing image":         {picture("missing.png"), file("missing.png") + ": no such file"},
		"empty image":           {picture("empty.png"), file("empty.png") + ": empty file"},
		"truncated image":       {picture("truncated.png"), file("truncated.png") + ": truncated PNG"},
		"no image":              {picture("text.png"), file("text.png") + ": neither PNG nor TIFF"},
		"1 x 1 image":           {picture("dot.png"), file("dot.png") + ": 1 x 1 px"},
		"30000 x 30000 image":   {picture("huge.png"), file("huge.png") + ": 30000 x 30000 px"},
		"3-channel image":       {picture("colour.png"), file("colour.png") + ": colour image"},
		"all-black image":       {picture("black.png"), file("black.png") + ": "},
		"folder as image":       {picture("folder.png"), file("folder.png") + ": not a file"},
		"no pixel size":         {[]string{"healthy", "--image", file("good.png")}, "section.pixel_size"},
		"negative pixel size":   {[]string{"healthy", "--image", file("good.png"), "--pixel-size=-3um"}, "section.pixel_size = -3"},
		"pixel size in seconds": {[]string{"healthy", "--image", file("good.png"), "--pixel-size", "3s"}, "section.pixel_size"},
		"unknown scenario":      {[]string{"helthy"}, "scenario helthy: unknown, did you mean healthy?"},
		"missing scenario file": {[]string{file("mine.toml")}, file("mine.toml") + ": no such file"},
		"broken scenario file":  {[]string{file("bad.toml")}, file("bad.toml") + ":3:"},
		"unknown key":           {set("cells.osteoclast.lifepsan=3d"), "cells.osteoclast.lifepsan: unknown key, did you mean"},
		"unknown unit":          {set("cells.osteoclast.lifespan=3 fortnights"), "cells.osteoclast.lifespan"},
		"out of range":          {set("cells.osteoclast.lifespan=3000 y"), "cells.osteoclast.lifespan = 3000 y, want "},
		"wrong type":            {set("random.seed=many"), "random.seed = many, want a whole number"},
		"negative length":       {[]string{"healthy", "--years=-1"}, "time.until = -1 y, want "},
		"no key":                {set("banana"), "--set banana: want key=value"},
		"no whole steps":        {set("time.step=5h"), "time.step = 5 h, want a whole part of a day"},
		"unknown overlay":       {set("output.overlay=blood"), "output.overlay"},
		"negative workers":      {[]string{"healthy", "--workers=-1"}, "--workers = -1, want at least 1"},
		"unknown flag":          {[]string{"healthy", "--yeers", "3"}, "unknown flag --yeers"},
		"full folder":           {[]string{"healthy", "--out", file("full")}, file("full") + ": not empty"},
		"file as folder":        {[]string{"healthy", "--out", file("good.png")}, file("good.png") + ": a file, want a folder"},
		"folder below a file":   {[]string{"healthy", "--out", file("good.png/run")}, file("good.png/run") + ": "},
		"unwritable folder":     {[]string{"healthy", "--out", "/proc/trabecula"}, "/proc/trabecula: cannot be written"},
		"age of 300":            {set("person.age=300"), "person.age = 300 years, want 10 years..100 years"},
		"age no number":         {set("person.age=NaN"), "person.age"},
		"calcium below zero":    {set("endocrine.diet.calcium=-5 mg/d"), "endocrine.diet.calcium = -5 mg/d, want"},
		"dose below zero":       {treat("teriparatide -20 ug subcutaneous daily"), "-20 ug"},
		"no dose":               {treat("teriparatide 0 ug subcutaneous daily"), "0 ug"},
		"dose no number":        {treat("teriparatide NaN ug subcutaneous daily"), "treatment.plan"},
		"unknown drug":          {treat("teriparatid 20 ug subcutaneous daily"), "teriparatide"},
		"unknown route":         {treat("denosumab 60 mg oral every 6 months"), "subcutaneous"},
		"interval of zero":      {treat("denosumab 60 mg subcutaneous every 0 months"), "every"},
		"end before start":      {treat("denosumab 60 mg subcutaneous every 6 months from 2y to 1y"), "treatment.plan"},
		"schedules overlap":     {treat("teriparatide 20 ug sc daily; teriparatide 40 ug sc daily from 1y"), "teriparatide"},
		"dose in seconds":       {treat("teriparatide 20 s subcutaneous daily"), "treatment.plan"},
		"plan in a set":         {set("treatment.plan=hopium 1 mg oral daily"), "hopium"},
	} {
		t.Run(name, func(t *testing.T) {
			args := append([]string{"run"}, c.args...)
			if !strings.Contains(strings.Join(args, " "), "--out") {
				args = append(args, "--out", file("new/run"))
			}
			code, stdout, stderr := call(args...)
			require.Equal(t, 2, code, stderr)
			require.Empty(t, stdout)
			require.Contains(t, stderr, c.want)
			require.NotContains(t, stderr, "goroutine")
			require.Equal(t, before, tree(t, root), "nothing may be written")
		})
	}
	for name, args := range map[string][]string{
		"resume of nothing":   {"resume", file("nothing")},
		"verify of no run":    {"verify", file("full")},
		"show of no scenario": {"show", "nope"},
		"check of nothing":    {"check", file("nothing.toml")},
	} {
		t.Run(name, func(t *testing.T) {
			code, _, stderr := call(args...)
			require.Equal(t, 2, code, stderr)
			require.NotEmpty(t, stderr)
			require.Equal(t, before, tree(t, root))
		})
	}
}

// All faults of a run are told at once, those of the folder too.
func TestAllFaultsAreToldAtOnce(t *testing.T) {
	dir := t.TempDir()
	code, _, stderr := call("run", "healthy", "--seed", "x", "--image", "a.bmp", "--set", "cells.osteoclast.lifespan=1um", "--set", "q=1", "--out", dir)
	require.Equal(t, 2, code)
	require.Len(t, strings.Split(strings.TrimSpace(stderr), "\n"), 3)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "x"), nil, 0o644))
	code, _, stderr = call("run", "healthy", "--image", "a.bmp", "--pixel-size", "3um", "--out", dir)
	require.Equal(t, 2, code)
	require.Contains(t, stderr, "a.bmp: no such file\n")
	require.Contains(t, stderr, dir+": not empty")
}

// tree lists everything below a folder.
func tree(t *testing.T, root string) (names []string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		names = append(names, path)
		return err
	}))
	return names
}
