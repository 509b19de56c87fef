import { paths } from '../paths'
import { Icon } from './icon'

/** Leads home, or where home is for who reads. */
export const Brand = ({ to = paths.home }: { to?: string }) => (
  <a class="brandmark" href={to}>
    <Icon name="conciergeBell" />
    <span>Bellhop</span>
  </a>
)
