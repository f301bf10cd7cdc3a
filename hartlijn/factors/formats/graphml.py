"""A map as GraphML, for programs that draw and count graphs.

Ours holds everything about factors and relations but evidence and definitions; JSON holds all.
Of others the label of a node and the weight of an edge are read.
"""

from collections.abc import Iterator
from typing import Any, Final
from xml.etree.ElementTree import Element, ParseError
from xml.sax.saxutils import escape, quoteattr

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import same_name
from hartlijn.factors.document import Factor, MapDocument, Relation
from hartlijn.factors.formats.matrix import Matrix, keys_for
from hartlijn.factors.formats.naming import too_many, wrong_name
from hartlijn.factors.formats.table import LINES
from hartlijn.factors.remarks import Place, Remark, UnusableError, remark
from hartlijn.factors.weights import TooFarError, UnclearError, Weight, read_weight
from hartlijn.factors.words import Level, Process, Sign, Strength

NAMESPACE: Final = "http://graphml.graphdrawing.org/xmlns"
OF_FACTOR: Final = ("name", "name_en", "level", "note")
OF_RELATION: Final = ("weight", "sign", "strength", "process", "turns", "acts")
NAMES: Final = ("name", "label", "nodelabel", "description")
WEIGHTS: Final = ("weight", "edgelabel", "label", "value")

Edge = tuple[str, str, bool, dict[str, str]]


def read_graphml(content: bytes) -> tuple[MapDocument, Matrix, list[Remark]]:
    """Read a graph. UnusableError says everything that stops."""
    graph = _graph(content)
    keys = {one.get("id", ""): one.get("attr.name", "") for one in _all(graph[0], "key")}
    nodes = [(one.get("id", ""), _data(one, keys)) for one in _all(graph[1], "node")]
    directed = graph[1].get("edgedefault") != "undirected"
    edges = [_edge(one, keys, directed=directed) for one in _all(graph[1], "edge")]
    names = [_first(data, NAMES) or key for key, data in nodes]
    wrong = [*_wrong_nodes(nodes, names), *_wrong_ends(nodes, edges)]
    weights: list[Weight | None] = []
    for number, edge in enumerate(edges, 1):
        found, told = _weight(edge[3], number)
        weights.append(found)
        wrong += told
    if any(one.stops for one in wrong):
        raise UnusableError(wrong)
    where = {key: number for number, (key, _data) in enumerate(nodes)}
    made: dict[tuple[int, int], Weight] = {}
    places: dict[tuple[int, int], Place] = {}
    for number, (edge, weight) in enumerate(zip(edges, weights, strict=True), 1):
        source, target, is_directed, _told = edge
        if weight is not None:
            places[where[source], where[target]] = Place(part=f"edge {number}")
            made[where[source], where[target]] = weight
            if not is_directed:
                made[where[target], where[source]] = weight
    title = _data(graph[1], keys).get("title", "")
    document = _document(title, nodes, names, list(zip(edges, weights, strict=True)))
    return document, Matrix(tuple(names), made, places), wrong


def write_graphml(document: MapDocument) -> bytes:
    """Write a graph: the same map is the same bytes."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<graphml xmlns="{NAMESPACE}">']
    lines.append('  <key id="title" for="graph" attr.name="title" attr.type="string"/>')
    for kind, names in (("node", OF_FACTOR), ("edge", OF_RELATION)):
        for name in names:
            type_ = "double" if name == "weight" else "string"
            lines.append(
                f'  <key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{type_}"/>'
            )
    lines.append('  <graph id="map" edgedefault="directed">')
    lines.append(f'    <data key="title">{_escaped(document.title)}</data>')
    for factor in document.factors:
        lines.append(f"    <node id={quoteattr(factor.key)}>")
        lines += _written("node", {name: getattr(factor, name) for name in OF_FACTOR})
        lines.append("    </node>")
    for one in document.relations:
        way = "" if one.directed else ' directed="false"'
        ends = f"source={quoteattr(one.source)} target={quoteattr(one.target)}"
        lines.append(f"    <edge id={quoteattr(one.key)} {ends}{way}>")
        told = {name: getattr(one, name) for name in OF_RELATION if name != "weight"}
        weight = Weight(one.sign, one.strength)
        if weight.is_known and one.sign is not Sign.BOTH:
            told = {"weight": repr(weight.middle), **told}
        lines += _written("edge", told)
        lines.append("    </edge>")
    return "\n".join([*lines, "  </graph>", "</graphml>", ""]).encode()


def _written(kind: str, told: dict[str, str]) -> Iterator[str]:
    for name, text in told.items():
        if text:
            yield f'      <data key="{kind}-{name}">{_escaped(str(text))}</data>'


def _escaped(text: str) -> str:
    return escape(text, {"\r": "&#13;"})


def _graph(content: bytes) -> tuple[Element, Element]:
    try:
        root = fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        sentence = _(
            "Dit bestand haalt er iets anders bij (een DTD of entiteit). Dat lezen we niet."
        )
        raise UnusableError([remark(sentence)]) from error
    except (ParseError, ValueError, LookupError) as error:
        line = getattr(error, "position", (None,))[0]
        sentence = _("Dit is geen GraphML. Exporteer de kaart opnieuw.")
        raise UnusableError([remark(sentence, Place(row=line))]) from error
    graphs = list(_all(root, "graph"))
    if not graphs:
        raise UnusableError([remark(_("Dit is geen GraphML. Exporteer de kaart opnieuw."))])
    return root, graphs[0]


def _all(parent: Element, name: str) -> Iterator[Element]:
    """Children by their name, whatever the namespace."""
    return (one for one in parent if _name(one) == name)


def _name(one: Element) -> str:
    return str(one.tag).rpartition("}")[2]


def _data(one: Element, keys: dict[str, str]) -> dict[str, str]:
    """What is said of a node or edge, by the name of what is said; labels of yEd too."""
    told: dict[str, str] = {}
    for data in _all(one, "data"):
        name = keys.get(data.get("key", ""), "") or data.get("key", "")
        if data.text and data.text.strip():
            told[name] = data.text.strip()
        for label in data.iter():
            if _name(label) in {"NodeLabel", "EdgeLabel"} and label.text and label.text.strip():
                told.setdefault(_name(label).lower(), label.text.strip())
    return told


def _edge(one: Element, keys: dict[str, str], *, directed: bool) -> Edge:
    said = one.get("directed", str(directed)).lower()
    return one.get("source", ""), one.get("target", ""), said == "true", _data(one, keys)


def _first(data: dict[str, str], names: tuple[str, ...]) -> str:
    lower = {name.lower(): text for name, text in data.items()}
    return next((LINES.sub(" ", lower[name]) for name in names if name in lower), "")


def _wrong_nodes(nodes: list[tuple[str, dict[str, str]]], names: list[str]) -> Iterator[Remark]:
    if not nodes:
        yield remark(_("Er staan geen factoren in dit bestand."))
    yield from too_many(nodes)
    seen: set[str] = set()
    ids: set[str] = set()
    for number, ((key, _data), name) in enumerate(zip(nodes, names, strict=True), 1):
        is_double = same_name(name) in seen or key in ids
        yield from wrong_name(name, Place(part=f"node {number}"), is_double=is_double)
        seen.add(same_name(name))
        ids.add(key)


def _wrong_ends(nodes: list[tuple[str, dict[str, str]]], edges: list[Edge]) -> Iterator[Remark]:
    known, seen = {key for key, _data in nodes}, set()
    for number, (source, target, directed, _data) in enumerate(edges, 1):
        place = Place(part=f"edge {number}")
        for key in (source, target):
            if key not in known:
                yield remark(_("Er is geen factor “{key}” in deze kaart."), place, key=key)
        if (source, target) in seen:
            yield remark(_("Deze relatie staat er twee keer. Voeg ze samen."), place)
        seen.add((source, target))
        if not directed:
            seen.add((target, source))


def _weight(told: dict[str, str], number: int) -> tuple[Weight | None, list[Remark]]:
    """Words of ours before a number; an edge without either is of unknown strength."""
    place = Place(part=f"edge {number}")
    sign, strength = told.get("sign", ""), told.get("strength", "")
    if sign in list(Sign) and (strength or "unknown") in list(Strength):
        return Weight(Sign(sign), Strength(strength or "unknown")), []
    given = _first(told, WEIGHTS) or "?"
    try:
        return read_weight(given, decimal_comma=True), []
    except TooFarError:
        sentence = _("{given} ligt niet tussen -1 en 1. Pas het getal aan.")
    except UnclearError:
        sentence = _("“{given}” is geen getal tussen -1 en 1 en geen woord dat we kennen.")
    return None, [remark(sentence, place, given=given)]


def _document(
    title: str,
    nodes: list[tuple[str, dict[str, str]]],
    names: list[str],
    edges: list[tuple[Edge, Weight | None]],
) -> MapDocument:
    ids = tuple(key for key, _data in nodes)
    ours = keys_for(ids)
    keys = dict(zip(ids, ours, strict=True))
    factors = tuple(
        Factor(
            keys[key],
            _word(Level, data.get("level", ""), Level.NOT_CHOSEN),
            name,
            data.get("name_en", ""),
            data.get("note", ""),
        )
        for (key, data), name in zip(nodes, names, strict=True)
    )
    relations = tuple(
        _relation(number, keys[edge[0]], keys[edge[1]], edge, weight)
        for number, (edge, weight) in enumerate(edges, 1)
        if weight is not None and edge[0] != edge[1]
    )
    return MapDocument(title, factors=factors, relations=relations)


def _relation(number: int, source: str, target: str, edge: Edge, weight: Weight) -> Relation:
    told = edge[3]
    return Relation(
        key=f"r{number}",
        source=source,
        target=target,
        directed=edge[2],
        sign=weight.sign,
        strength=weight.strength,
        process=_word(Process, told.get("process", ""), Process.NOT_SAID),
        turns=told.get("turns", ""),
        acts=_word(Level, told.get("acts", ""), Level.NOT_CHOSEN),
    )


def _word(kind: Any, given: str, otherwise: Any) -> Any:
    return kind(given) if given in list(kind) else otherwise
