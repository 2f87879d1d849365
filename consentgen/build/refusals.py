"""Why a side of a comparison is not read, each reason with its way out."""

from __future__ import annotations

from consentgen.tongue import later

NOT_WHOLE = (
    later("git does not have all of it here"),
    later("Fetch it with: {command}"),
)
NO_REVISION = (
    later("this is no file, no folder, and no revision of this repository"),
    later("See what there is with: {command}"),
)
NO_COMMIT = (
    later("this repository has no commit yet"),
    later("Commit the project first, or give two folders or files."),
)
SHALLOW = (
    later("this revision is not in this clone, which holds only the last commits"),
    later("Fetch the others with: {command}. In a GitHub workflow: fetch-depth: 0."),
)
NO_REPOSITORY = (
    later("this is not in a git repository, so it has no revisions"),
    later("Give two folders or files, or run this in the repository, or name it with --project."),
)
SOMEBODY_ELSES = (
    later("git does not read this repository, for it belongs to somebody else"),
    later("If you trust it: {command}"),
)
NO_ANSWER = (
    later("git did not answer"),
    later("Try again, or give two folders or files instead."),
)
NO_GIT = (
    later("the program git is not installed, so no revision can be read"),
    later("Install git, or give two folders or files instead."),
)
TOO_LARGE_PROJECT = (
    later("the project has more than {files} files or {most} bytes at this revision"),
    later("Give the folder of the leaflets alone with --project."),
)
NO_NAME = (
    later("this is no file, no folder, and no name of a revision"),
    later("Give a file, a project folder, or a revision such as HEAD, main or v1.2."),
)
SEVERAL_PROJECTS = (
    later("there are several projects here: {found}"),
    later("Say which with --project."),
)
NOT_IN_REPOSITORY = (
    later("this folder is not in the repository"),
    later("Give the folder of the project with --project."),
)
WHICH_LEAFLET = (
    later("this is a project of several leaflets, and which one is meant is not said"),
    later("Say which with --leaflet: {known}"),
)
TEMPLATE_ENCODING = (
    later("this template is not UTF-8 text"),
    later("Save it as UTF-8."),
)
NOT_OPENED = (
    later("it cannot be opened: {why}"),
    later("Check that you may read it."),
)
NO_FILE = (
    later("this is not a file"),
    later("Give a file, a folder or a revision."),
)
NO_FILE_THERE = (
    later("there is no such file at this revision"),
    later("Write REVISION:FILE with the path from the top of the repository."),
)
ALONE = (
    later("there is nothing to compare it with"),
    later("Give two files or folders, or one revision for what has changed since."),
)
