import Glibc

let usage = """
  usage: core-benchmark [--json | --apply] USERS

  Reads a seed of USERS users in a tenth as many tenants, with grants, and 100 services in 10 regions,
  and plans what brings a live cloud there that differs from it here and there. Prints a line for each
  stage, its fields separated by tabs: the stage, its CPU time in seconds, how many objects it handled
  or found; and at the end "peak" and the most memory that was in use, in bytes.

    --json   instead, decodes the answer of a Keystone that holds USERS users
    --apply  instead, applies what the seed says of people to a Keystone in memory that holds nothing
    --help   shows this
  """

/// Says what is wrong on standard error and ends with that status.
func fail(_ message: String, status: Int32) -> Never {
  Lines.write("core-benchmark: \(message)", to: STDERR_FILENO)
  exit(status)
}

var arguments = CommandLine.arguments.dropFirst()
guard !arguments.contains("--help") else {
  Lines.write(usage)
  exit(0)
}
let mode = arguments.first { $0.hasPrefix("--") }
guard [nil, "--json", "--apply"].contains(mode) else {
  fail("there is no \(mode ?? ""); see --help", status: 64)
}
if mode != nil { arguments = arguments.dropFirst() }
guard arguments.count == 1, let users = arguments.first.flatMap(Int.init), users > 0 else {
  fail("say how many users, as one number; see --help", status: 64)
}

/// Measures on another thread: valgrind cannot run a program whose first thread has ended, as that of
/// one that awaits at its top level does.
Task.detached { [mode, users] in
  let cloud = Cloud(userCount: users)
  do {
    switch mode {
    case "--json": try await DecodingRun(cloud: cloud).run()
    case "--apply": try await ApplyRun(cloud: cloud).run()
    default: try CoreRun(cloud: cloud).run()
    }
    exit(0)
  } catch let error as CoreRun.Refused {
    fail(error.message, status: 1)
  } catch {
    fail("\(error)", status: 1)
  }
}
while true { pause() }
