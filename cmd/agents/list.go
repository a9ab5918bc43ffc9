package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"trabecula/agents"
	"trabecula/field/signal"
	"trabecula/sim/drug"
	"trabecula/sim/endocrine"
	"trabecula/sim/metric"
	"trabecula/sim/run"
	"trabecula/sim/scenario"
)

type listCommand struct {
	What string `arg:"" optional:"" enum:"scenarios,params,outputs,signals,cells,hormones,axes,drugs,effects,pathways" default:"scenarios" help:"One of ${enum}."`
	JSON bool   `name:"json" help:"Print JSON."`
}

// Run carries the command out.
func (c listCommand) Run(p process) error {
	rows := map[string]func() [][]string{
		"scenarios": listScenarios, "params": listParams, "outputs": listOutputs, "signals": listSignals, "cells": listCells,
		"hormones": listHormones, "axes": listAxes, "drugs": listDrugs, "effects": listEffects, "pathways": listPathways,
	}[c.What]()
	if c.JSON {
		return printJSON(p, objects(rows))
	}
	return printTable(p, rows)
}

func listScenarios() [][]string {
	rows := [][]string{{"name", "title"}}
	for _, s := range run.Builtin().List() {
		rows = append(rows, []string{s.Name, s.Title})
	}
	return rows
}

func listParams() [][]string { return scenario.Table(run.Defaults().Groups()) }

func listOutputs() [][]string {
	rows := [][]string{{"name", "symbol", "unit", "definition", "source"}}
	for _, c := range metric.Columns() {
		rows = append(rows, []string{c.Name, c.Symbol, c.Unit, c.Definition, c.Source})
	}
	return rows
}

func listSignals() [][]string {
	rows := [][]string{{"name", "symbol", "definition", "source"}}
	for _, s := range signal.Catalogue {
		rows = append(rows, []string{s.Name, s.Symbol, s.Doc, s.Source})
	}
	return rows
}

func listCells() [][]string {
	rows := [][]string{{"name", "definition"}}
	for _, s := range agents.Catalogue {
		rows = append(rows, []string{s.Name, s.Doc})
	}
	return rows
}

func listHormones() [][]string {
	rows := [][]string{{"name", "symbol", "definition", "source"}}
	for _, s := range signal.Perfused {
		rows = append(rows, []string{s.Name, s.Symbol, s.Doc, s.Source})
	}
	return rows
}

func listAxes() [][]string {
	rows := [][]string{{"parameters", "definition"}}
	for _, s := range endocrine.Catalogue {
		rows = append(rows, []string{s.Path, s.Doc})
	}
	return rows
}

func listDrugs() [][]string {
	rows := [][]string{{"name", "routes", "such as", "definition", "source"}}
	for _, d := range drug.Catalogue {
		routes := make([]string, len(d.Routes))
		for i, r := range d.Routes {
			routes[i] = string(r.Route)
		}
		rows = append(rows, []string{d.Name, strings.Join(routes, ", "), d.Usual, d.Doc, d.Source})
	}
	return rows
}

func listEffects() [][]string {
	set := agents.DefaultEffects()
	return agents.EffectTable(&set)
}

func listPathways() [][]string {
	set := agents.DefaultEffects()
	return agents.PathwayTable(&set)
}

// objects turns rows below a row of headings into objects.
func objects(rows [][]string) []map[string]string {
	list := []map[string]string{}
	for _, row := range rows[1:] {
		o := map[string]string{}
		for i, name := range rows[0] {
			o[name] = row[i]
		}
		list = append(list, o)
	}
	return list
}

// printTable prints rows in aligned columns.
func printTable(p process, rows [][]string) error {
	w := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(w, strings.TrimRight(strings.Join(row, "\t"), "\t"))
	}
	return w.Flush()
}

// printJSON prints a value for programs.
func printJSON(p process, v any) error {
	text, err := json.MarshalIndent(v, "", "  ")
	return write(p.stdout, text, err)
}
