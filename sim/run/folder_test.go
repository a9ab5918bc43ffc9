package run

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"trabecula/assets"
)

func TestCheckpointThatWasTamperedWithIsRefused(t *testing.T) {
	whole, err := checkpoint{checkpointHead{"abc", 7, 100, 200}, []byte("model"), []byte("recorder")}.encode()
	require.NoError(t, err)
	c, err := decode(whole)
	require.NoError(t, err)
	require.Equal(t, checkpoint{checkpointHead{"abc", 7, 100, 200}, []byte("model"), []byte("recorder")}, c)
	for n := range whole {
		_, err := decode(whole[:n])
		require.Error(t, err, "cut to %d bytes", n)
		edited := append([]byte(nil), whole...)
		edited[n] ^= 1
		_, err = decode(edited)
		require.Error(t, err, "byte %d changed", n)
	}
	_, err = decode(append(whole, 0))
	require.ErrorContains(t, err, "truncated or padded")
	whole[len(magic)]++
	_, err = decode(whole)
	require.EqualError(t, err, "format version 2, this program reads 1")
}

func TestResumeFallsBackToThePreviousCheckpoint(t *testing.T) {
	skipShort(t)
	c, s := small(t)
	want, _ := carryOut(t, c, s, options())
	dir := killed(t, c, s, 11)
	list := checkpoints(dir)
	require.Len(t, list, 2)
	require.NoError(t, os.Truncate(list[1], 1000))
	var warnings []string
	o := options()
	o.Warn = func(text string) { warnings = append(warnings, text) }
	_, err := Resume(context.Background(), dir, o)
	require.NoError(t, err)
	require.Len(t, warnings, 1)
	require.Contains(t, warnings[0], list[1]+": truncated")
	require.Contains(t, warnings[0], "falling back to "+list[0])
	sameRun(t, want, dir)
}

func TestResumeRefuses(t *testing.T) {
	skipShort(t)
	c, s := small(t)
	record := killed(t, c, s, 7)
	for name, spoil := range map[string]struct {
		do   func(t *testing.T, dir string)
		want string
	}{
		"no good checkpoint": {func(t *testing.T, dir string) {
			for _, p := range checkpoints(dir) {
				appendTo(t, "x", p)
			}
		}, "no checkpoint is good"},
		"edited parameters": {func(t *testing.T, dir string) {
			edit(t, filepath.Join(dir, resolvedName), `until = "12 d"`, `until = "13 d"`)
		}, "is not what the run was made with"},
		"broken parameters": {func(t *testing.T, dir string) {
			edit(t, filepath.Join(dir, resolvedName), `until = "12 d"`, `until = "12 apples"`)
		}, "apples"},
		"another schema": {func(t *testing.T, dir string) {
			edit(t, filepath.Join(dir, manifestName), `"schema": 1`, `"schema": 2`)
		}, "schema = 2"},
		"no manifest": {func(t *testing.T, dir string) {
			require.NoError(t, os.Remove(filepath.Join(dir, manifestName)))
		}, "no run folder"},
		"series cut short": {func(t *testing.T, dir string) {
			require.NoError(t, os.Truncate(filepath.Join(dir, seriesName), 10))
		}, "series.csv has 10 bytes"},
		"in use": {func(t *testing.T, dir string) {
			unlock, err := lock(dir)
			require.NoError(t, err)
			t.Cleanup(unlock)
		}, "in use by another run"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copied(t, record)
			spoil.do(t, dir)
			before := listing(t, dir)
			_, err := Resume(context.Background(), dir, options())
			require.ErrorAs(t, err, &BadInput{})
			require.ErrorContains(t, err, spoil.want)
			require.Equal(t, before, listing(t, dir), "a refused resume must change nothing")
		})
	}
}

// copied returns a copy of a run folder.
func copied(t *testing.T, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "run")
	require.NoError(t, os.CopyFS(to, os.DirFS(dir)))
	return to
}

// skipShort leaves out what has nothing to tell the race detector: one goroutine
// does it.
func skipShort(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("one goroutine")
	}
}

// edit replaces a text in a file; the text must be there.
func edit(t *testing.T, path, from, to string) {
	t.Helper()
	text := read(t, path)
	require.Contains(t, text, from)
	require.NoError(t, os.WriteFile(path, []byte(strings.Replace(text, from, to, 1)), 0o644))
}

// listing describes all files of a folder by name and content.
func listing(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		files[path] = digest(data)
		return err
	}))
	return files
}

func TestVerifyNamesTheFirstDifference(t *testing.T) {
	skipShort(t)
	c, s := small(t, "time.until=5d")
	record, _ := carryOut(t, c, s, options())
	for name, spoil := range map[string]struct {
		do   func(t *testing.T, dir string)
		want string
	}{
		"nothing":       {func(*testing.T, string) {}, ""},
		"edited number": {func(t *testing.T, dir string) { editField(t, filepath.Join(dir, seriesName), 4, 1, "99") }, `series.csv:4: column 2, bv_tv = "99", done again it is "`},
		"edited event":  {func(t *testing.T, dir string) { editField(t, filepath.Join(dir, eventsName), 3, 1, "wedding") }, `events.csv:3: column 2, what = "wedding", done again it is "`},
		"row too many":  {func(t *testing.T, dir string) { appendTo(t, "6,1\n", dir, seriesName) }, "series.csv:8: the record goes on"},
		"row too few": {func(t *testing.T, dir string) {
			text := strings.TrimSuffix(read(t, dir, seriesName), "\n")
			require.NoError(t, os.WriteFile(filepath.Join(dir, seriesName), []byte(text[:strings.LastIndex(text, "\n")+1]), 0o644))
		}, "series.csv:7: the record ends"},
		"edited state hash": {func(t *testing.T, dir string) {
			m, err := readManifest(dir)
			require.NoError(t, err)
			edit(t, filepath.Join(dir, manifestName), m.StateHash, strings.Repeat("0", 64))
		}, "manifest.json: state_hash is 0000"},
		"edited parameters": {func(t *testing.T, dir string) {
			edit(t, filepath.Join(dir, resolvedName), "seed = 1", "seed = 2")
		}, "config.resolved.toml is not what the run was made with"},
		"missing table": {func(t *testing.T, dir string) {
			require.NoError(t, os.Remove(filepath.Join(dir, eventsName)))
		}, "events.csv: missing"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copied(t, record)
			spoil.do(t, dir)
			before := listing(t, dir)
			_, err := Verify(context.Background(), dir, options())
			require.Equal(t, before, listing(t, dir), "verify must change nothing")
			if spoil.want == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorAs(t, err, &Difference{})
			require.ErrorContains(t, err, spoil.want)
		})
	}
}

// editField overwrites a field of a line, both counted from 1 and 0.
func editField(t *testing.T, path string, line, field int, value string) {
	t.Helper()
	lines := strings.SplitAfter(read(t, path), "\n")
	fields := strings.Split(lines[line-1], ",")
	fields[field] = value
	lines[line-1] = strings.Join(fields, ",")
	require.NoError(t, os.WriteFile(path, []byte(strings.Join(lines, "")), 0o644))
}

func TestVerifyOfAnInterruptedAndOfAKilledRun(t *testing.T) {
	c, s := small(t)
	dir := filepath.Join(t.TempDir(), "run")
	o := options()
	ctx := interruptAt(4.5, &o)
	p, err := Prepare(c, s, dir, o)
	require.NoError(t, err)
	_, err = p.Run(ctx)
	require.ErrorAs(t, err, &Interrupted{})
	_, err = Verify(context.Background(), dir, options())
	require.NoError(t, err)

	_, err = Verify(context.Background(), killed(t, c, s, 4), options())
	require.ErrorAs(t, err, &BadInput{})
	require.ErrorContains(t, err, "status is running")
}

func TestAnotherProgramIsPointedOut(t *testing.T) {
	c, s := small(t, "time.until=1d")
	dir, _ := carryOut(t, c, s, options())
	var warnings []string
	o := options()
	o.Program = Program{Version: "9.9.9", Commit: "0123456789", Modified: true, Go: "go9"}
	o.Warn = func(text string) { warnings = append(warnings, text) }
	_, err := Verify(context.Background(), dir, o)
	require.NoError(t, err)
	require.Equal(t, []string{dir + ": made by  (unknown commit) , this is 9.9.9 (0123456, modified) go9; results may differ"}, warnings)
}

func TestExistingFolderIsNeverOverwritten(t *testing.T) {
	skipShort(t)
	c, s := small(t, "time.until=1d")
	dir := filepath.Join(t.TempDir(), "run")
	require.NoError(t, os.MkdirAll(dir, 0o755))
	for i := range 3 {
		mine := fmt.Sprintf("mine %d", i)
		require.NoError(t, os.WriteFile(filepath.Join(dir, "thesis.txt"), []byte(mine), 0o644))
		_, err := Prepare(c, s, dir, options())
		require.ErrorAs(t, err, &BadInput{})
		require.ErrorContains(t, err, dir+": not empty; name another folder with --out, or give --force, which moves it to "+aside(dir))

		o := options()
		o.Force = true
		p, err := Prepare(c, s, dir, o)
		require.NoError(t, err)
		_, err = p.Run(context.Background())
		require.NoError(t, err)
		require.Equal(t, mine, read(t, fmt.Sprintf("%s.old-%d", dir, i+1), "thesis.txt"))
		require.NoFileExists(t, filepath.Join(dir, "thesis.txt"))
	}
}

func TestFolderThatCannotBeMadeLeavesNothing(t *testing.T) {
	c, s := small(t, "time.until=1d")
	root := t.TempDir()
	file := filepath.Join(root, "file")
	require.NoError(t, os.WriteFile(file, []byte("x"), 0o644))
	for _, dir := range []string{file, filepath.Join(file, "run"), filepath.Join(file, "a", "b")} {
		_, err := Prepare(c, s, dir, options())
		require.ErrorAs(t, err, &BadInput{}, dir)
		require.ErrorContains(t, err, dir+": ")
	}
	require.Len(t, listing(t, root), 1)

	// What Prepare cannot see, Run finds, and takes back what it made.
	dir := filepath.Join(root, "a", "b")
	p, err := Prepare(c, s, dir, options())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(root, "a"), nil, 0o644))
	_, err = p.Run(context.Background())
	require.ErrorAs(t, err, &BadInput{})
	require.Len(t, listing(t, root), 2)
}

// No one may make folders in /proc, not even root.
func TestUnwritableFolderIsABadInput(t *testing.T) {
	if !exists("/proc/self") {
		t.Skip("needs /proc")
	}
	c, s := small(t, "time.until=1d")
	p, err := Prepare(c, s, "/proc/trabecula", options())
	require.NoError(t, err)
	_, err = p.Run(context.Background())
	require.ErrorAs(t, err, &BadInput{})
	require.ErrorContains(t, err, "/proc/trabecula: cannot be written: no such file or directory")
}

func TestEmptyFolderIsUsed(t *testing.T) {
	c, s := small(t, "time.until=1d")
	dir := t.TempDir()
	p, err := Prepare(c, s, dir, options())
	require.NoError(t, err)
	_, err = p.Run(context.Background())
	require.NoError(t, err)
	require.FileExists(t, filepath.Join(dir, manifestName))
}

// tight is a disk with room for so many bytes more in the files of a name.
type tight struct {
	room  int
	files string // part of it
}

func (d *tight) disk() *disk {
	return &disk{func(path string, flag int) (file, error) {
		f, err := os.OpenFile(path, flag, 0o644)
		if err != nil || !strings.Contains(filepath.Base(path), d.files) {
			return f, err
		}
		return tightFile{f, d}, nil
	}}
}

// counting is a disk that adds up what is written to files, by name and suffix.
func counting(used map[string]int) *disk {
	return &disk{func(path string, flag int) (file, error) {
		f, err := os.OpenFile(path, flag, 0o644)
		return countedFile{f, path, used}, err
	}}
}

type countedFile struct {
	*os.File
	path string
	used map[string]int
}

// Write writes and counts.
func (f countedFile) Write(p []byte) (int, error) {
	name := strings.TrimSuffix(filepath.Base(f.path), ".part")
	f.used[name] += len(p)
	f.used[filepath.Ext(name)] += len(p)
	return f.File.Write(p)
}

type tightFile struct {
	*os.File
	d *tight
}

// Write takes what there is room for, as the system does.
func (f tightFile) Write(p []byte) (int, error) {
	n := min(len(p), f.d.room)
	f.d.room -= n
	if _, err := f.File.Write(p[:n]); err != nil {
		return 0, err
	}
	if n < len(p) {
		return n, &fs.PathError{Op: "write", Path: f.Name(), Err: syscall.ENOSPC}
	}
	return n, nil
}

func TestDiskFullHalfWayLeavesAGoodCheckpoint(t *testing.T) {
	skipShort(t)
	c, s := small(t)
	used := map[string]int{}
	o := options()
	o.disk = counting(used)
	want, _ := carryOut(t, c, s, o)
	for _, full := range []struct {
		files string
		room  float64 // of what the run writes to them
		left  int     // checkpoints; -1: some
	}{
		{"series.csv", 0.7, 2}, {"events.csv", 0.3, -1}, {".png", 0.6, 2}, {".ckpt", 0.01, 0}, {".ckpt", 0.8, 2},
	} {
		t.Run(fmt.Sprint(full), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "run")
			o := options()
			o.disk = (&tight{int(full.room * float64(used[full.files])), full.files}).disk()
			p, err := Prepare(c, s, dir, o)
			require.NoError(t, err)
			_, err = p.Run(context.Background())
			require.ErrorIs(t, err, syscall.ENOSPC)
			require.NotErrorAs(t, err, &BadInput{}, "a full disk is no fault of the input")
			require.True(t, strings.HasPrefix(err.Error(), dir), err)
			require.ErrorContains(t, err, full.files)
			requireWhole(t, dir, full.left)
			m, err := readManifest(dir)
			require.NoError(t, err)
			require.Equal(t, FailedRun, m.Status)
			require.Contains(t, m.Error, full.files)

			_, err = Resume(context.Background(), dir, options())
			require.NoError(t, err)
			sameRun(t, want, dir)
		})
	}
}

// requireWhole requires so many checkpoints, all good, and no half-written files.
func requireWhole(t *testing.T, dir string, n int) {
	t.Helper()
	if n >= 0 {
		require.Len(t, checkpoints(dir), n)
	}
	for _, path := range checkpoints(dir) {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		_, err = decode(data)
		require.NoError(t, err)
	}
	for path := range listing(t, dir) {
		require.NotEqual(t, ".part", filepath.Ext(path))
	}
}

func TestDiskFullBeforeTheStartLeavesNothing(t *testing.T) {
	c, s := small(t, "time.until=1d")
	dir := filepath.Join(t.TempDir(), "a", "run")
	o := options()
	o.disk = (&tight{1000, ""}).disk()
	p, err := Prepare(c, s, dir, o)
	require.NoError(t, err)
	_, err = p.Run(context.Background())
	require.ErrorIs(t, err, syscall.ENOSPC)
	require.NoDirExists(t, filepath.Dir(dir))
}

func TestImageOfAScenarioIsCopiedAndNeededNoMore(t *testing.T) {
	skipShort(t)
	root := t.TempDir()
	slice, ok := assets.FindSlice("xz150")
	require.True(t, ok)
	data, err := fs.ReadFile(assets.Tissue(), slice.File)
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(filepath.Join(root, "mine", "images"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(root, "mine", "images", "slice.png"), data, 0o644))
	file := filepath.Join(root, "mine", "my.toml")
	require.NoError(t, os.WriteFile(file, []byte("schema = 1\nextends = \"builtin:healthy\"\n[section]\nimage = \"images/slice.png\"\npixel_size = \"19.5um\"\n"), 0o644))

	c, s, err := Load(file, []string{"section.width=0.6mm", "section.height=0.6mm", "section.pixel=10um", "time.step=6h", "time.until=3d", "output.checkpoints=1d"})
	require.NoError(t, err)
	dir := filepath.Join(root, "run")
	p, err := Prepare(c, s, dir, options())
	require.NoError(t, err)
	_, err = p.Run(context.Background())
	require.NoError(t, err)

	require.NoError(t, os.RemoveAll(filepath.Join(root, "mine")))
	moved := filepath.Join(root, "moved")
	require.NoError(t, os.Rename(dir, moved))
	_, err = Verify(context.Background(), moved, options())
	require.NoError(t, err)

	again, s, err := Load(filepath.Join(moved, resolvedName), nil)
	require.NoError(t, err)
	repeated, _ := carryOut(t, again, s, options())
	sameRun(t, moved, repeated)

	var m Manifest
	require.NoError(t, json.Unmarshal([]byte(read(t, moved, manifestName)), &m))
	require.Equal(t, &ImageRecord{Given: filepath.Join(root, "mine", "images", "slice.png"), Copy: "inputs/slice.png", SHA256: digest(data)}, m.Image)
	require.Equal(t, "my", m.Scenario.Name)
	require.Len(t, m.Scenario.Files, 2)

	appendTo(t, "x", moved, "inputs", "slice.png")
	_, err = Verify(context.Background(), moved, options())
	require.ErrorAs(t, err, &Difference{})
	require.ErrorContains(t, err, filepath.Join(moved, "inputs/slice.png")+" is not what the run was made with")
}
