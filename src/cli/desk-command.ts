import { Command, type ErrorOptions } from 'commander'

/** Codes by which the parser says that something was left out. */
const missing = ['commander.missingMandatoryOptionValue', 'commander.missingArgument']

/** A command that tells all that was left out at once: the parser stops at the first. */
export class DeskCommand extends Command {
  override createCommand(name?: string): DeskCommand {
    return new DeskCommand(name)
  }

  override error(message: string, options: ErrorOptions = {}): never {
    const all = missing.includes(options.code ?? '') ? this.leftOut() : []
    super.error(all.length > 1 ? `error: ${all.join(', ')} not specified` : message, options)
  }

  private leftOut(): string[] {
    const options = this.options.filter(
      (option) => option.mandatory && this.getOptionValue(option.attributeName()) === undefined,
    )
    const words = this.registeredArguments.filter(
      (argument, nth) => argument.required && this.args[nth] === undefined,
    )
    return [
      ...options.map(({ flags }) => `required option '${flags}'`),
      ...words.map((argument) => `required argument '${argument.name()}'`),
    ]
  }
}
