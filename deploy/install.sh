#!/bin/sh
# 在没有互联网的机器上安装减证：sh install.sh [安装目录]，默认 ~/.local/share/jianzheng-app
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-"$HOME/.local/share/jianzheng-app"}
wanted=$(cat "$here/PYTHON")

if command -v sha256sum >/dev/null; then
    (cd "$here" && sha256sum --quiet -c SHA256SUMS) || { echo "安装包不完整，请重新拷贝后再试" >&2; exit 1; }
fi
python=""
for name in ${PYTHON:-} "python$wanted" python3; do
    if command -v "$name" >/dev/null && [ "$("$name" -c 'import sys; print("%d.%d" % sys.version_info[:2])')" = "$wanted" ]; then
        python=$name
        break
    fi
done
[ -n "$python" ] || { echo "没有找到 Python $wanted；请先安装，或用 PYTHON=路径 sh install.sh 指明" >&2; exit 1; }

"$python" -m venv "$target"
set -- "$here"/wheels/jianzheng_assistant-*.whl
durable=""
ls "$here"/wheels/durable_rules-* >/dev/null 2>&1 && durable=",durable"
"$target/bin/python" -m pip install --quiet --no-index --find-links "$here/wheels" "$1[server,postgres$durable]"

"$target/bin/jianzheng" --version
echo "已安装到 $target"
echo "审查一份指南：$target/bin/jianzheng review 指南.docx"
echo "打开工作台：  $target/bin/jianzheng serve"
