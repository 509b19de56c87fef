import type { Breach } from './source'

/** The parts of package.json that the house cares for. */
export type Manifest = {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  trustedDependencies: string[]
}

/** Exact versions, a line that says why each is here, and no script of a package on our machine. */
export const manifestBreaches = (manifest: Manifest, document: string): Breach[] => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies }
  return [
    ...Object.entries(all).flatMap(([name, version]) => [
      ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [`${name} is not pinned: ${version}`]),
      ...(document.includes(`\`${name}\``) ? [] : [`docs/dependencies.md does not name ${name}`]),
    ]),
    ...manifest.trustedDependencies.map((name) => `${name} may run scripts when it is installed`),
  ]
}

/** A locked package: its name and version, where from, what it wants, its hash. */
type Locked = [string, string, { optionalDependencies?: Record<string, string> }?, string?]

export type Lock = { packages: Record<string, Locked> }

/** A lock made where a platform's package was out of reach would leave that platform without it. */
export const lockBreaches = ({ packages }: Lock): Breach[] =>
  Object.entries(packages).flatMap(([owner, [, , wants]]) =>
    Object.keys(wants?.optionalDependencies ?? {})
      .filter((name) => !(name in packages) && !(`${owner}/${name}` in packages))
      .map((name) => `bun.lock lacks ${name}, which ${owner} needs on some platform`),
  )
