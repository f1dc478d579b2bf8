import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/p/%00", "/p/a%00b/done", "/c/%00", "/c/%00/1", "/g/%00", "/p/%F0%9F%92%A9"])
def test_a_link_that_nobody_made_is_not_there(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
