from whitenoise.storage import CompressedManifestStaticFilesStorage

# Django's own patterns read every package's scripts too, and one of those names a file that is not there.
OUR_IMPORTS = (
    "scripts/*.js",
    ((r'(?P<matched>(?P<before>\b(?:import|from)\s*)"(?P<url>\.[^"]+)")', '%(before)s"%(url)s"'),),
)


class HashedModules(CompressedManifestStaticFilesStorage):
    """Every file by a name that changes with it; and where one script of ours imports another, by that name too."""

    patterns = (*CompressedManifestStaticFilesStorage.patterns, OUR_IMPORTS)
