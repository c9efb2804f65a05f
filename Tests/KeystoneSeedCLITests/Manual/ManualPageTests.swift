import ArgumentParser
import Testing

@testable import KeystoneSeedCLI

@Suite struct ManualPageTests {
  @Test func `a page is made of the help, with what commands share once`() throws {
    let command = try CommandDescription(of: Root.self)
    let page = ManualPage(command: command, version: "1.2", closing: ".SH END\n")
    #expect(
      page.text
        == #"""
        .TH ROOT 1 "" "root 1.2"
        .SH NAME
        root \- do things
        .SH SYNOPSIS
        \fBroot\fR \fIcommand\fR [\fIoption\fR...]
        .SH DESCRIPTION
        .PP
        All of them.
        .SH COMMANDS
        .SS "one, uno [option...] [thing]"
        Do one.
        .TP
        \fIthing\fR
        What to do.
        .TP
        \fB\-\-now\fR, \fB\-n\fR
        At once.
        .PP
        Also: \fBWIDELY USED OPTIONS\fR.
        .SS "two [option...] place [others...]"
        Do two.
        .PP
        It's more.
        .TP
        \fIplace\fR
        Where.
        .TP
        \fIothers\fR
        Where else.
        .PP
        Also: \fBWIDELY USED OPTIONS\fR.
        .SH "WIDELY USED OPTIONS"
        .TP
        \fB\-\-form\fR \fIform\fR
        How. (values: text, json, markdown; default: text)
        Or else.
        .SH END

        """#.replacing("It's", with: #"It\(aqs"#)
    )
  }

  @Test func `the program's own page has every command and every option`() async throws {
    let screen = Screen()
    #expect(await Program.run(["manual"], in: .test(screen: screen)) == .success)
    let command = try CommandDescription(of: KeystoneSeedCommand.self)
    let shown = (command.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    #expect(!shown.isEmpty)
    #expect(screen.output.contains("\n.SS \"plan, diff [option...] [seed...]\"\n"))
    for subcommand in shown {
      #expect(screen.output.contains("\n.SS \"\(Roff.escaped(subcommand.commandName))"))
      for argument in subcommand.arguments ?? [] {
        for name in argument.names ?? [] where !["help", "h", "version"].contains(name.name) {
          #expect(screen.output.contains(Roff.bold(name.text)) == argument.shouldDisplay)
        }
      }
    }
    for variable in ConnectionSetting.allCases.flatMap(\.variables) {
      #expect(screen.output.contains(Roff.bold(variable)))
    }
  }

  @Test func `another program's page is made of the description that it gives`() async throws {
    var help = ""
    do { _ = try Single.parseAsRoot(["--experimental-dump-help"]) } catch {
      help = Single.fullMessage(for: error)
    }
    let screen = Screen()
    let status = await Program.run(
      ["manual", "--of-input"],
      in: .test(screen: screen, input: help)
    )
    #expect(status == .success)
    #expect(
      screen.output == #"""
        .TH SINGLE 1 "" "single \#(Version.number)"
        .SH NAME
        single \- do one thing
        .SH SYNOPSIS
        \fBsingle\fR [\fIoption\fR...]
        .SH DESCRIPTION
        .SH OPTIONS
        .TP
        \fB\-\-port\fR \fIport\fR
        Where.

        """#
    )
  }

  private struct Single: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Do one thing.")
    @Option(help: "Where.") var port: Int?
  }

  private struct Root: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "root",
      abstract: "Do things.",
      discussion: "All of them.",
      subcommands: [One.self, Two.self, Hidden.self]
    )
  }

  private struct Shared: ParsableArguments {
    @Option(help: ArgumentHelp("How.", discussion: "Or else.")) var form = OutputFormat.text
    @Option(help: .hidden) var secret: String?
  }

  private struct One: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Do one.", aliases: ["uno"])
    @Argument(help: "What to do.") var thing: String?
    @Flag(name: [.long, .short], help: "At once.") var now = false
    @OptionGroup(title: "Widely used") var shared: Shared
  }

  private struct Two: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Do two.", discussion: "It's more.")
    @Argument(help: "Where.") var place: String
    @Argument(help: "Where else.") var others: [String] = []
    @OptionGroup(title: "Widely used") var shared: Shared
  }

  private struct Hidden: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Do it.", shouldDisplay: false)
  }
}
