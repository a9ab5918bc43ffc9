package run

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"trabecula/sim/scenario"
	"trabecula/sim/section"
)

// Schema is the version of the run folder; another one cannot be resumed.
const Schema = 1

// Status says how far a run has come.
type Status string

// The states of a run. One that was killed stays "running".
const (
	Running   Status = "running"
	Done      Status = "done"
	Stopped   Status = "interrupted"
	FailedRun Status = "failed"
)

// Manifest is manifest.json: what ran, out of what, where, and what came of it.
type Manifest struct {
	Schema     int            `json:"schema"`
	Status     Status         `json:"status"`
	Error      string         `json:"error,omitempty"`
	Program    Program        `json:"program"`
	Scenario   ScenarioRecord `json:"scenario"`
	Image      *ImageRecord   `json:"image,omitempty"`
	Section    section.Report `json:"section"`
	ConfigHash string         `json:"config_hash"`
	Seed       string         `json:"seed"` // a text: JSON numbers do not hold 64 bits
	Machine    Machine        `json:"machine"`
	Workers    int            `json:"workers"`
	Command    []string       `json:"command"`
	Started    time.Time      `json:"started"`
	Ended      *time.Time     `json:"ended,omitempty"`
	Wall       float64        `json:"wall_s"` // of all sittings
	Resumed    int            `json:"resumed"`
	Ticks      int64          `json:"ticks"`
	Days       float64        `json:"simulated_d"`
	StateHash  string         `json:"state_hash,omitempty"` // SHA-256 of the state at the last tick
}

// Program says which build ran.
type Program struct {
	Version  string `json:"version"`
	Commit   string `json:"commit,omitempty"`
	Modified bool   `json:"modified,omitempty"` // files differed from the commit
	Go       string `json:"go"`
}

// String says "0.1.0 (1f6c826, modified) go1.26.8".
func (p Program) String() string {
	commit := fmt.Sprintf("%.7s", p.Commit)
	if commit == "" {
		commit = "unknown commit"
	}
	if p.Modified {
		commit += ", modified"
	}
	return fmt.Sprintf("%s (%s) %s", p.Version, commit, p.Go)
}

// ScenarioRecord says what the parameters were resolved from.
type ScenarioRecord struct {
	Name    string            `json:"name"`
	Title   string            `json:"title"`
	Files   []scenario.File   `json:"files"`
	Changes []scenario.Change `json:"changes,omitempty"`
	Turns   []scenario.Turn   `json:"turns,omitempty"`
}

// ImageRecord identifies the image that the section was made of.
type ImageRecord struct {
	Given  string `json:"given"`          // as it was asked for
	Copy   string `json:"copy,omitempty"` // in the run folder; empty for a bundled slice
	SHA256 string `json:"sha256"`
}

// Machine is where a run ran.
type Machine struct {
	OS   string `json:"os"`
	Arch string `json:"arch"`
	CPUs int    `json:"cpus"`
}

func thisMachine() Machine { return Machine{runtime.GOOS, runtime.GOARCH, runtime.NumCPU()} }

const manifestName = "manifest.json"

// readManifest reads the manifest of a run folder.
func readManifest(dir string) (Manifest, error) {
	var m Manifest
	path := filepath.Join(dir, manifestName)
	data, err := os.ReadFile(path)
	if err != nil {
		return m, refuse("%s: no run folder: %s: %w", dir, manifestName, reason(err))
	}
	if err := json.Unmarshal(data, &m); err != nil {
		return m, refuse("%s: %w", path, err)
	}
	if m.Schema != Schema {
		return m, refuse("%s: schema = %d, this program works with run folders of schema %d", path, m.Schema, Schema)
	}
	return m, nil
}

// write replaces the manifest of a run folder.
func (m Manifest) write(dir string, d disk) error {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return fmt.Errorf("%s: %w", manifestName, err)
	}
	return d.replace(filepath.Join(dir, manifestName), append(data, '\n'))
}

func seedText(seed uint64) string { return strconv.FormatUint(seed, 10) }
