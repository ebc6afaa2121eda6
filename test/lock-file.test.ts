import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './imports-of.ts'

interface LockEntry { readonly version?: string; readonly optional?: boolean; readonly os?: readonly string[]; readonly cpu?: readonly string[]; readonly libc?: readonly string[]; readonly resolved?: string }
const text = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
const { packages } = JSON.parse(text) as { packages: Record<string, LockEntry> }
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }

/** Platforms the embedded engine is published for; a lock file written on one of them sees only its own. */
const PLATFORMS: readonly (readonly [name: string, os: string, cpu: string, libc?: string])[] = [
  ['linux-x64-gnu', 'linux', 'x64', 'glibc'],
  ['linux-arm64-gnu', 'linux', 'arm64', 'glibc'],
  ['linux-arm64-musl', 'linux', 'arm64', 'musl'],
  ['darwin-x64', 'darwin', 'x64'],
  ['darwin-arm64', 'darwin', 'arm64'],
  ['win32-x64-msvc', 'win32', 'x64'],
]

describe('the lock file', () => {
  it.each(PLATFORMS)('carries the embedded engine for %s', (name, os, cpu, libc) => {
    const entry = packages[`node_modules/@grafeo-db/js-${name}`]
    expect(entry).toMatchObject({ version: packages['node_modules/@grafeo-db/js']!.version, optional: true, os: [os], cpu: [cpu], ...(libc ? { libc: [libc] } : {}) })
  })

  it('names no download address, so any registry serves it', () => {
    expect(text).not.toMatch(/"resolved": *"https?:/)
  })

  it('stays within thirty direct runtime dependencies', () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(30)
  })
})
