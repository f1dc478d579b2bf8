"""All settings, read once from the environment and from the home folder."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from leadnurturebot import __version__
from leadnurturebot.config.environment import BadSetting, Environment
from leadnurturebot.config.home import home_folder, kept_secrets
from leadnurturebot.config.storage import private_storage
from leadnurturebot.platform.embedded_database import connection_url
from leadnurturebot.providers.registry import every_provider

env = Environment()
HOME = home_folder()
PACKAGE = Path(__file__).resolve().parent.parent
VERSION = __version__

# --- The outside world -------------------------------------------------------------------------------------------
DEMO = env.flag("LEADNURTUREBOT_DEMO")
BASE_URL = env.url("BASE_URL", "http://127.0.0.1:8000")
SIMULATOR_URL = env.url("SIMULATOR_URL")
WHATSAPP_GRAPH_URL = env.url("WHATSAPP_GRAPH_URL", "https://graph.facebook.com")
WHATSAPP_GRAPH_VERSION = env.text("WHATSAPP_GRAPH_VERSION", "v25.0")
WHATSAPP_GRAPH_ADDRESS = f"{WHATSAPP_GRAPH_URL}/{WHATSAPP_GRAPH_VERSION}"
WHATSAPP_LINK_URL = env.url("WHATSAPP_LINK_URL", "https://wa.me")
# STRIPE_API_URL, TWILIO_API_URL and so on: every provider names its setting and where its API is in the world.
globals().update(
    {
        provider.address_setting: env.url(provider.address_setting, provider.default_address)
        for provider in every_provider()
        if provider.default_address
    }
)
EMAIL_URL = env.url("EMAIL_URL", schemes=("smtp", "smtps"))
DEMO_TOKEN = env.text("DEMO_TOKEN")
NUMBER_RATE = env.number("NUMBER_RATE", 80, at_least=1)

# --- Secrets -----------------------------------------------------------------------------------------------------
_kept = {} if env.text("SECRET_KEY") and env.text("MASTER_KEY") else kept_secrets(HOME)
SECRET_KEY = env.secret("SECRET_KEY", _kept.get("SECRET_KEY", ""))
MASTER_KEY = env.secret("MASTER_KEY", _kept.get("MASTER_KEY", ""))
MASTER_KEY_PREVIOUS = env.secret("MASTER_KEY_PREVIOUS", _kept.get("MASTER_KEY_PREVIOUS", ""))

# --- Database: PostgreSQL only -----------------------------------------------------------------------------------
DATABASE_URL = env.url("DATABASE_URL", schemes=("postgresql", "postgres")) or connection_url(HOME) or ""


_POOL = env.number("DATABASE_POOL", 8)


def _database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    host = parts.hostname or query.get("host", [""])[0]
    port = parts.port or query.get("port", [""])[0]
    if url and not parts.path.strip("/"):
        raise BadSetting("DATABASE_URL", "names no database; it looks like postgresql://user:password@host/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/") or "leadnurturebot",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port),
        "CONN_MAX_AGE": 0,
        # A connection is tried before it is lent: after a restart of PostgreSQL the pool's are all dead.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": _POOL, "timeout": 10}} if _POOL else {},
    }


DATABASES = {"default": _database(DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Django ------------------------------------------------------------------------------------------------------
DEBUG = False
ALLOWED_HOSTS = ["*"] if DEMO else [urlsplit(BASE_URL).hostname or "localhost", "localhost", "127.0.0.1"]
CSRF_TRUSTED_ORIGINS = [BASE_URL]
ROOT_URLCONF = "leadnurturebot.config.urls"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
APPEND_SLASH = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.headless",
    "procrastinate.contrib.django",
    "leadnurturebot.platform",
    "leadnurturebot.shops",
    "leadnurturebot.ledger",
    "leadnurturebot.leads",
    "leadnurturebot.catalog",
    "leadnurturebot.conversations",
    "leadnurturebot.orders",
    "leadnurturebot.payments",
    "leadnurturebot.assistant",
    "leadnurturebot.nurture",
    "leadnurturebot.message_path",
]
MIDDLEWARE = [
    "leadnurturebot.api.tracing.Tracing",
    "django.middleware.security.SecurityMiddleware",
    "leadnurturebot.config.static_files.WholeFiles",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [
            PACKAGE / "config" / "templates",
            PACKAGE / "payments" / "templates",
            PACKAGE / "assistant" / "templates",
        ],
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

# --- People: server sessions with an idle timeout (PRD NFR-002), second step through allauth ------------------------
AUTH_USER_MODEL = "shops.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
SESSION_COOKIE_NAME = "lnb_session"
SESSION_COOKIE_AGE = 30 * 60
SESSION_ENGINE = "leadnurturebot.api.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https://")
CSRF_COOKIE_NAME = "lnb_csrftoken"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "leadnurturebot.config.accounts.ClosedAccounts"
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_FRONTEND_URLS = {
    "account_confirm_email": f"{BASE_URL}/verify/{{key}}",
    "account_reset_password_from_key": f"{BASE_URL}/reset/{{key}}",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]

# --- API ---------------------------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["leadnurturebot.api.authentication.SessionPerson"],
    "DEFAULT_PERMISSION_CLASSES": ["leadnurturebot.api.permissions.ByRole"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "leadnurturebot.api.errors.problem",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "LeadNurtureBot",
    "VERSION": "v1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_PATCH": False,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enum_id_removal",
        "leadnurturebot.api.description.add_problems",
    ],
}

# --- Files -------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
PORTAL_FOLDER = Path(env.text("PORTAL_FOLDER", str(PACKAGE / "portal")))
STATICFILES_DIRS = [("portal", PORTAL_FOLDER)] if PORTAL_FOLDER.exists() else []
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/portal/assets/"
MEDIA_URL = "/media/"
MEDIA_ROOT = HOME / "media"
STORAGE_URL = env.url("STORAGE_URL", schemes=("file", "s3"))
STORAGES = {
    "private": private_storage(STORAGE_URL, HOME / "files"),
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

LOGGING_CONFIG = None
# The portal is built after installation; until then its folder is absent.
SILENCED_SYSTEM_CHECKS = ["staticfiles.W004"]
