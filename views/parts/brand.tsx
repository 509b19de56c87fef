import { paths } from '../paths'
import { Icon } from './icon'

const Mark = () => (
  <>
    <Icon name="conciergeBell" />
    <span>Bellhop</span>
  </>
)

/** Who we are, where there is no home to go to. */
export const Brandmark = () => (
  <span class="brandmark">
    <Mark />
  </span>
)

/** Leads home, or where home is for who reads. */
export const Brand = ({ to = paths.home }: { to?: string }) => (
  <a class="brandmark" href={to}>
    <Mark />
  </a>
)
