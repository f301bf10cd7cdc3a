"""The addresses of paper mode."""

from django.urls import path

from hartlijn.dialogues.views import paper

app_name = "paper"
urlpatterns = [
    path("<uuid:pk>/typing/", paper.typing, name="typing"),
    path("<uuid:pk>/typing/typed/", paper.typed, name="typed"),
    path("<uuid:pk>/typing/card/", paper.type_card, name="type_card"),
    path("<uuid:pk>/typing/<uuid:token>/take-back/", paper.take_back, name="take_back"),
]
