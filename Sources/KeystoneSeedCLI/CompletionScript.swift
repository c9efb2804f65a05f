/// What ArgumentParser's completion scripts lack: the alias `diff`, and in bash `--option=value`.
enum CompletionScript {
  /// The script with what it lacks; any other text as it is.
  static func completed(_ text: String) -> String {
    if text.hasPrefix("#!/bin/bash\n") { return text.replacing(registration, with: wrapper) }
    if text.hasPrefix("#compdef ") { return inZsh(text) }
    if text.hasPrefix("function __keystone-seed_") { return inFish(text) }
    return text
  }

  private static let registration = "complete -o filenames -F _keystone-seed keystone-seed"

  private static let wrapper = #"""
    # Hands the line over as the program reads it: bash takes --only=roles for three words, and so it
    # takes name=value and an address for several.
    _keystone-seed_joined() {
        local -a words=()
        local -i index cursor=0
        local glue=false
        for ((index = 0; index < ${#COMP_WORDS[@]}; index++)); do
            local word="${COMP_WORDS[index]}"
            if [[ "${word}" =~ ^[=:]+$ && "${#words[@]}" -gt 0 ]]; then
                local last="${words[${#words[@]} - 1]}"
                if [[ "${word}" = '=' && "${last}" = --* && "${last}" != *=* ]]; then
                    words+=('')
                else
                    words[${#words[@]} - 1]="${last}${word}"
                fi
                glue=true
                [[ "${index}" -eq "${COMP_CWORD}" ]] && glue=false
            elif "${glue}"; then
                words[${#words[@]} - 1]+="${word}"
                glue=false
            else
                words+=("${word}")
            fi
            [[ "${index}" -eq "${COMP_CWORD}" ]] && cursor=$((${#words[@]} - 1))
        done
        [[ "${words[1]}" = diff && "${cursor}" -gt 1 ]] && words[1]=plan

        local IFS=' '
        local -r current="${words[cursor]}" before="${words[*]:0:cursor}"
        COMP_WORDS=("${words[@]}")
        COMP_CWORD=$((cursor))
        COMP_LINE="${words[*]}"
        COMP_POINT=$((${#before} + 1 + ${#current}))
        [[ "${current}" = "${2}"* ]] && COMP_POINT=$((${#before} + 1 + ${#2}))
        IFS=$' \t\n'
        _keystone-seed "${1}" "${2}" "${words[cursor > 0 ? cursor - 1 : 0]}"
        [[ "${cursor}" -eq 1 && -n "${2}" && diff = "${2}"* ]] && COMPREPLY+=(diff)
        return 0
    }

    complete -o filenames -F _keystone-seed_joined keystone-seed
    """#

  private static func inZsh(_ text: String) -> String {
    let plan = "            'plan:"
    let arguments = "        case \"${words[1]}\" in\n"
    return addingAlias(to: text, beside: plan) { $0.replacing(plan, with: "            'diff:") }
      .replacing(
        arguments,
        with: arguments
          + "        diff)\n            _keystone-seed_plan && ret=0\n            ;;\n",
        maxReplacements: 1
      )
  }

  private static func inFish(_ text: String) -> String {
    let tokens = "    set -l unparsed_tokens (__keystone-seed_tokens -pc)\n"
    let alias = "    test \"$unparsed_tokens[2]\" = diff; and set unparsed_tokens[2] plan\n"
    return addingAlias(to: text, beside: "-fa 'plan' ") {
      $0.replacing("-fa 'plan' ", with: "-fa 'diff' ")
    }
    .replacing(tokens, with: tokens + alias)
  }

  /// Adds behind each line that offers `plan` one that offers the alias.
  private static func addingAlias(
    to text: String,
    beside mark: String,
    _ alias: (String) -> String
  ) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.contains(mark) ? [String(line), alias(String(line))] : [String(line)]
    }.joined(separator: "\n")
  }
}
