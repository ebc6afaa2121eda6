import { Suspense } from 'react'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, retainSearchParams } from '@tanstack/react-router'
import { Frame } from '../frame/frame.tsx'
import { PageBroken, PageMissing, PageLoading } from '../states/page-states.tsx'
import { StartPage } from '../start/start-page.tsx'
import { frameSearch, parseSearch, placesSearch, startSearch, stringifySearch } from '../url/view-state.ts'
import { Appearance } from './appearance.tsx'

function Root() {
  const search = rootRoute.useSearch()
  return (
    <Suspense fallback={null}>
      <Appearance search={search}>
        <Frame><Suspense fallback={<PageLoading />}><Outlet /></Suspense></Frame>
      </Appearance>
    </Suspense>
  )
}

export const rootRoute = createRootRoute({
  component: Root,
  validateSearch: frameSearch,
  search: { middlewares: [retainSearchParams(['lang', 'theme', 'asOf', 'grades'])] },
  notFoundComponent: PageMissing,
})
export const startRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', validateSearch: startSearch, component: StartPage })
export const placesRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/places', validateSearch: placesSearch,
  component: lazyRouteComponent(() => import('../places/places-page.tsx'), 'PlacesPage'),
})
export const organisationRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/organisation/$id',
  component: lazyRouteComponent(() => import('../organisation/organisation-page.tsx'), 'OrganisationPage'),
})
export const siteRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/site/$id',
  component: lazyRouteComponent(() => import('../site/site-page.tsx'), 'SitePage'),
})
export const aboutRoute = createRoute({
  getParentRoute: () => rootRoute, path: '/about',
  component: lazyRouteComponent(() => import('../about/about-page.tsx'), 'AboutPage'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([startRoute, placesRoute, organisationRoute, siteRoute, aboutRoute]),
  parseSearch, stringifySearch,
  pathParamsAllowedCharacters: [':'], // ids stay readable: /organisation/lei:…
  defaultPreload: false,
  scrollRestoration: true,
  defaultErrorComponent: PageBroken,
  defaultPendingComponent: PageLoading,
})

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
}
