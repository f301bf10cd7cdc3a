"""Addresses of maps and findings, under /factors/."""

from django.urls import URLPattern, path

from hartlijn.factors import what_if_urls
from hartlijn.factors.views import beginning, changing, files, findings, parts, reading

app_name = "factors"
MAP = "maps/<uuid:pk>/"
FACTOR = f"{MAP}factors/<slug:key>/"
RELATION = f"{MAP}relations/<slug:key>/"
FINDING = "findings/<uuid:pk>/"
urlpatterns: list[URLPattern] = [
    path("", reading.maps, name="maps"),
    path("begin/", beginning.begin, name="begin"),
    path("bring-in/", files.bring_in, name="bring_in"),
    path("bring-in/keep/", files.keep, name="keep"),
    path(MAP, reading.map_, name="map"),
    path(f"{MAP}show/", reading.show, name="map_show"),
    path(f"{MAP}versions/", reading.versions, name="map_versions"),
    path(f"{MAP}difference/", reading.difference, name="map_difference"),
    path(f"{MAP}export/<slug:kind>/", files.export, name="map_export"),
    path(f"{MAP}bring-in/", files.bring_in, name="map_bring_in"),
    path(f"{MAP}bring-in/keep/", files.keep, name="map_keep"),
    path(f"{MAP}title/", changing.title, name="map_title"),
    path(f"{MAP}publish/", changing.publish, name="map_publish"),
    path(f"{MAP}take-back/", changing.take_back, name="map_take_back"),
    path(f"{MAP}put-away/", changing.put_away, name="map_put_away"),
    path(f"{MAP}take-out/", changing.take_out, name="map_take_out"),
    path(f"{MAP}again/", changing.again, name="map_again"),
    path(f"{MAP}definitions/", parts.definitions, name="map_definitions"),
    path(f"{MAP}definitions/<slug:process>/", changing.definition, name="definition"),
    path(f"{MAP}add-factor/", changing.factor, name="factor_add"),
    path(FACTOR, parts.factor, name="factor"),
    path(f"{FACTOR}circle/", parts.circle, name="circle"),
    path(f"{FACTOR}change/", changing.factor, name="factor_change"),
    path(f"{FACTOR}remove/", changing.factor_remove, name="factor_remove"),
    path(f"{MAP}add-relation/", changing.relation, name="relation_add"),
    path(RELATION, parts.relation, name="relation"),
    path(f"{RELATION}change/", changing.relation, name="relation_change"),
    path(f"{RELATION}remove/", changing.relation_remove, name="relation_remove"),
    path("findings/", findings.findings, name="findings"),
    path("findings/begin/", findings.begin, name="finding_begin"),
    path(FINDING, findings.finding, name="finding"),
    path(f"{FINDING}next/", findings.next_version, name="finding_next"),
    path(f"{FINDING}publish/", findings.publish, name="finding_publish"),
    path(f"{FINDING}take-back/", findings.take_back, name="finding_take_back"),
    *what_if_urls.patterns,
]
