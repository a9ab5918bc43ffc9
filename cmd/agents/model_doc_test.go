package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const modelDoc = "../../docs/model.md"

// The tables of the page are what the registry holds, every parameter in one of
// them; with -docs they are written anew.
func TestModelDocIsGenerated(t *testing.T) {
	page, err := os.ReadFile(modelDoc)
	require.NoError(t, err)
	fresh, faults := renewDoc(string(page))
	require.Empty(t, faults)
	if *writeDocs {
		require.NoError(t, os.WriteFile(modelDoc, []byte(fresh), 0o644))
		return
	}
	require.Empty(t, staleTables(string(page), fresh), "run: go test ./cmd/agents -run ModelDoc -docs")
}

// A change of a default, a table that is missing and a parameter that there is
// not are all seen.
func TestModelDocFaultsAreSeen(t *testing.T) {
	page := "<!-- params stimuli -->\n<!-- end -->\n<!-- params stimuli.inflammation no.such -->\n<!-- end -->\n<!-- list moons -->\n<!-- end -->\n"
	fresh, faults := renewDoc(page)
	require.Contains(t, fresh, "| `stimuli.inflammation` | 0 | 1 | 0..1 |")
	require.Contains(t, faults, "params stimuli.inflammation no.such: no parameter begins with no.such")
	require.Contains(t, faults, "list moons: no such list")
	require.Contains(t, faults, "stimuli.inflammation: in 2 tables, want 1")
	require.Contains(t, faults, "time.step: in 0 tables, want 1")
	require.Equal(t, []string{"params stimuli"}, staleTables(strings.Replace(fresh, "| 0 | 1 | 0..1 |", "| 1 | 1 | 0..1 |", 1), fresh))
}

// docTable is a generated part of a page: a marker with what is in it, until the end.
var docTable = regexp.MustCompile(`(?s)<!-- ((params|grid|list) [^\n]*) -->\n.*?<!-- end -->`)

// renewDoc returns a page with its tables written anew, and every fault: markers
// that name nothing, parameters that are not in exactly one table.
func renewDoc(page string) (fresh string, faults []string) {
	rows, seen := listParams()[1:], map[string]int{}
	fresh = docTable.ReplaceAllStringFunc(page, func(old string) string {
		marker := docTable.FindStringSubmatch(old)[1]
		words := strings.Fields(marker)
		body := ""
		switch words[0] {
		case "list":
			if rows := docLists()[words[1]]; rows != nil {
				body = docList(words[1], rows())
			}
		case "grid":
			body = docGrid(words[1], pick(rows, words[1:], seen))
		default:
			body = docParams(words[1:], pick(rows, words[1:], seen))
		}
		faults = append(faults, nameless(marker, rows, words)...)
		return "<!-- " + marker + " -->\n" + body + "<!-- end -->"
	})
	for _, row := range rows {
		if n := seen[row[0]]; n != 1 {
			faults = append(faults, fmt.Sprintf("%s: in %d tables, want 1", row[0], n))
		}
	}
	return fresh, faults
}

// nameless returns a fault for each word of a marker that no parameter begins with,
// or that is no list.
func nameless(marker string, rows [][]string, words []string) (faults []string) {
	if words[0] == "list" {
		if docLists()[words[1]] == nil {
			faults = append(faults, marker+": no such list")
		}
		return faults
	}
	for _, word := range words[1:] {
		if len(pick(rows, []string{word}, map[string]int{})) == 0 {
			faults = append(faults, fmt.Sprintf("%s: no parameter begins with %s", marker, word))
		}
	}
	return faults
}

// staleTables returns the markers of the tables that differ between two pages.
func staleTables(old, fresh string) (stale []string) {
	now := docTable.FindAllStringSubmatch(fresh, -1)
	for i, m := range docTable.FindAllStringSubmatch(old, -1) {
		if m[0] != now[i][0] {
			stale = append(stale, m[1])
		}
	}
	return stale
}

// pick returns the rows whose path is one of the prefixes or below it, and counts
// them.
func pick(rows [][]string, prefixes []string, seen map[string]int) (picked [][]string) {
	for _, row := range rows {
		if slices.ContainsFunc(prefixes, func(p string) bool { return row[0] == p || strings.HasPrefix(row[0], p+".") }) {
			picked = append(picked, row)
			seen[row[0]]++
		}
	}
	return picked
}

// docParams writes parameters as a folded table, one a row; a source that is that
// of the row above is left out.
func docParams(prefixes []string, rows [][]string) string {
	table := [][]string{{"parameter", "default", "unit", "range", "meaning", "source"}}
	last := ""
	for _, row := range rows {
		source := row[5]
		if source == last {
			source = ""
		}
		last = row[5]
		table = append(table, []string{row[0], bare(row[1], row[2]), row[2], bareRange(row[3], row[2]), row[4], source})
	}
	return folded(fmt.Sprintf("%d parameters: %s", len(rows), strings.Join(prefixes, ", ")), table)
}

// docGrid writes parameters prefix.NAME.LEAF as a folded table, a NAME a row and a
// LEAF a column.
func docGrid(prefix string, rows [][]string) string {
	heads, names, cells, sources := []string{}, []string{}, map[string][]string{}, map[string][]string{}
	for _, row := range rows {
		name, leaf, _ := strings.Cut(strings.TrimPrefix(row[0], prefix+"."), ".")
		head := fmt.Sprintf("%s [%s, %s]", leaf, row[2], bareRange(row[3], row[2]))
		if !slices.Contains(heads, head) {
			heads = append(heads, head)
		}
		if cells[name] == nil {
			names = append(names, name)
		}
		cells[name] = append(cells[name], bare(row[1], row[2]))
		if !slices.Contains(sources[name], row[5]) {
			sources[name] = append(sources[name], row[5])
		}
	}
	table := [][]string{append(append([]string{prefix + ".NAME."}, heads...), "source")}
	for _, name := range names {
		table = append(table, append(append([]string{name}, cells[name]...), strings.Join(sources[name], "; ")))
	}
	return folded(fmt.Sprintf("%d parameters: %s", len(rows), prefix), table)
}

// docLists are the tables of `agents list` that a page may show.
func docLists() map[string]func() [][]string {
	return map[string]func() [][]string{"cells": listCells, "signals": listSignals, "axes": listAxes, "effects": listEffects,
		"pathways": listPathways, "drugs": listDrugs, "scenarios": listScenarios}
}

// docList writes a table of `agents list`; rows that differ in the cell alone
// become one.
func docList(what string, rows [][]string) string {
	table := rows[:1:1]
	for _, row := range rows[1:] {
		last := table[len(table)-1]
		if at := slices.Index(rows[0], "cell"); at >= 0 && row[0] == last[0] && len(table) > 1 {
			table[len(table)-1] = slices.Concat(last[:at], []string{last[at] + ", " + row[at]}, last[at+1:])
			continue
		}
		table = append(table, row)
	}
	return folded(fmt.Sprintf("%d rows: agents list %s", len(table)-1, what), table)
}

// folded writes a table, its headings in the first row, behind a line to click on.
func folded(summary string, table [][]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<details><summary>%s</summary>\n\n", summary)
	for i, row := range table {
		for j, cell := range row {
			cell = strings.NewReplacer("|", `\|`, "<", "&lt;", "*", `\*`).Replace(cell)
			if i > 0 && j == 0 {
				cell = "`" + cell + "`"
			}
			fmt.Fprintf(&b, "| %s ", cell)
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("|---", len(row)) + "|\n")
		}
	}
	b.WriteString("\n</details>\n")
	return b.String()
}

// bare takes the unit off a quantity, and all but four digits of a number that has
// many more.
func bare(quantity, unit string) string {
	quantity = strings.TrimSuffix(quantity, " "+unit)
	if v, err := strconv.ParseFloat(quantity, 64); err == nil && len(quantity) > 8 {
		return strconv.FormatFloat(v, 'g', 4, 64)
	}
	return quantity
}

// bareRange takes the unit off the bounds of a range that have it.
func bareRange(r, unit string) string {
	low, high, found := strings.Cut(r, "..")
	if !found {
		return bare(r, unit)
	}
	return bare(low, unit) + ".." + bare(high, unit)
}
