"""Addresses of what follows a dialogue: leads, the draft that is read along, invitations, a signal."""

from django.urls import URLPattern, path

from hartlijn.dialogues.views import checking, inviting, leads, signal

followed: list[URLPattern] = [
    path("dialogues/leads/", leads.leads, name="leads"),
    path("dialogues/<uuid:pk>/leads/", leads.of_dialogue, name="leads_of_dialogue"),
    path("dialogues/<uuid:pk>/leads/gather/", leads.gather, name="leads_gather"),
    path("dialogues/leads/<uuid:pk>/", leads.lead, name="lead"),
    path("dialogues/leads/<uuid:pk>/change/", leads.change, name="lead_change"),
    path("dialogues/leads/<uuid:pk>/ask/", leads.ask, name="lead_ask"),
    path("dialogues/leads/<uuid:pk>/take-up/", leads.take_up, name="lead_take_up"),
    path("dialogues/leads/<uuid:pk>/refuse/", leads.refuse, name="lead_refuse"),
    path("dialogues/leads/<uuid:pk>/tell/", leads.tell, name="lead_tell"),
    path("dialogues/leads/<uuid:pk>/remove/", leads.remove, name="lead_remove"),
    path("dialogues/<uuid:pk>/draft/", checking.check, name="draft_check"),
    path("dialogues/<uuid:pk>/draft/send/", checking.send, name="draft_send"),
    path("dialogues/remarks/<uuid:pk>/answer/", checking.answer, name="remark_answer"),
    path("draft/<str:token>/", checking.read, name="draft_read"),
    path("room/draft/", checking.mine, name="draft_mine"),
    path("dialogues/<uuid:pk>/invite/", inviting.invite, name="invite"),
    path("dialogues/invited/<uuid:pk>/take-back/", inviting.take_back, name="invited_take_back"),
    path("invited/<str:token>/", inviting.invited, name="invited"),
    path("dialogues/<uuid:pk>/signal/", signal.signal, name="signal"),
]
