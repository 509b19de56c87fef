import { paths } from '../paths'
import { Icon } from './icon'

/** Left out where it is the program's. */
type Named = { name?: string | undefined }

const Mark = ({ name }: Named) => (
  <>
    <Icon name="conciergeBell" />
    <span title={name}>{name === undefined ? 'Bellhop' : <bdi>{name}</bdi>}</span>
  </>
)

/** Who we are, where there is no home to go to. */
export const Brandmark = ({ name }: Named) => (
  <span class="brandmark">
    <Mark name={name} />
  </span>
)

/** Leads home, or where home is for who reads. */
export const Brand = ({ to = paths.home, name }: Named & { to?: string }) => (
  <a class="brandmark" href={to}>
    <Mark name={name} />
  </a>
)
