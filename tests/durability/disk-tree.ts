/** The files and folders of the simulated disk: what programs see, what is on the medium, and what is between. */
import { fileErrorCode } from '../../electron/store/file-system.ts';

export interface FileNode {
  readonly kind: 'file';
  bytes: Uint8Array;
  /** The bytes on the medium; undefined until the first sync. */
  synced: Uint8Array | undefined;
  modified: number;
}

interface FolderNode {
  readonly kind: 'folder';
  readonly names: Map<string, Node>;
  /** The names on the medium. */
  readonly syncedNames: Map<string, Node>;
}

type Node = FileNode | FolderNode;

/** One name set or, without a node, taken away. */
interface NameChange {
  readonly folder: FolderNode;
  readonly name: string;
  readonly node: Node | undefined;
}

/** What a journal writes as one: all of it is on the medium, or nothing. A rename in one folder is two changes of names. */
type FolderChange = readonly NameChange[];

/**
 * What a power cut leaves. `content` is what becomes of bytes that were not synced: `kept` (only the process went),
 * `dropped` (the last synced bytes, or none), `truncated` to half, or `nuls` at full length. `changes` is how many of
 * the creates, renames and removes that were not synced, oldest first, reached the medium.
 */
export interface PowerCut {
  readonly content: (typeof contents)[number];
  readonly changes: number | 'all';
}
const contents = ['kept', 'dropped', 'truncated', 'nuls'] as const;

const folderNode = (): FolderNode => ({ kind: 'folder', names: new Map(), syncedNames: new Map() });

export function fileError(code: string, call: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${call} '${path}'`), { code, syscall: call, path });
}

export class DiskTree {
  readonly #root: FolderNode;
  /** Changes of folders that are not on the medium yet, oldest first. */
  #pending: FolderChange[] = [];

  constructor(root = folderNode()) {
    this.#root = root;
  }

  /** The file or folder, or ENOENT or ENOTDIR. */
  find(path: string): Node {
    let node: Node = this.#root;
    for (const name of parts(path)) {
      if (node.kind === 'file') throw fileError('ENOTDIR', 'find', path);
      const next = node.names.get(name);
      if (next === undefined) throw fileError('ENOENT', 'find', path);
      node = next;
    }
    return node;
  }

  /** Whether there is something; ENOTDIR where a file stands in the way to it. */
  has(path: string): boolean {
    try {
      this.find(path);
      return true;
    } catch (error) {
      if (fileErrorCode(error) === 'ENOENT') return false;
      throw error;
    }
  }

  folder(path: string): FolderNode {
    const node = this.find(path);
    if (node.kind !== 'folder') throw fileError('ENOTDIR', 'folder', path);
    return node;
  }

  file(path: string): FileNode {
    const node = this.find(path);
    if (node.kind !== 'file') throw fileError('EISDIR', 'file', path);
    return node;
  }

  makeFolder(path: string): void {
    const names = parts(path);
    let folder = this.#root;
    for (const name of names) {
      let next = folder.names.get(name);
      if (next === undefined) {
        next = folderNode();
        folder.names.set(name, next);
        folder.syncedNames.set(name, next);
      }
      if (next.kind === 'file') throw fileError('EEXIST', 'makeFolder', path);
      folder = next;
    }
  }

  create(path: string, modified: number): FileNode {
    const { folder, name } = this.#place(path);
    if (folder.names.has(name)) throw fileError('EEXIST', 'createFile', path);
    const node: FileNode = { kind: 'file', bytes: new Uint8Array(), synced: undefined, modified };
    this.#change([{ folder, name, node }]);
    return node;
  }

  rename(from: string, to: string): void {
    const source = this.#place(from);
    const target = this.#place(to);
    const node = source.folder.names.get(source.name);
    if (node === undefined) throw fileError('ENOENT', 'rename', from);
    const there = target.folder.names.get(target.name);
    if (there === node) return;
    if (target.folder !== source.folder && there === source.folder)
      throw fileError('ENOTEMPTY', 'rename', to);
    if (there?.kind === 'folder' && node.kind === 'file') throw fileError('EISDIR', 'rename', to);
    if (there?.kind === 'file' && node.kind === 'folder') throw fileError('ENOTDIR', 'rename', to);
    if (there?.kind === 'folder' && there.names.size > 0) throw fileError('ENOTEMPTY', 'rename', to);
    const taken = { ...source, node: undefined };
    const put = { ...target, node };
    if (source.folder === target.folder) this.#change([taken, put]);
    else {
      // NOTE: only the sync of each folder promises its half; without that of `to`, the file may be in neither.
      this.#change([put]);
      this.#change([taken]);
    }
  }

  remove(path: string): void {
    if (!this.has(path)) return;
    const { folder, name } = this.#place(path);
    const node = folder.names.get(name);
    if (node?.kind === 'folder') throw fileError('ERR_FS_EISDIR', 'remove', path);
    if (node !== undefined) this.#change([{ folder, name, node: undefined }]);
  }

  removeFolder(path: string): void {
    if (this.folder(path).names.size > 0) throw fileError('ENOTEMPTY', 'removeFolder', path);
    const { folder, name } = this.#place(path);
    this.#change([{ folder, name, node: undefined }]);
  }

  /** NOTE: with a change go those before it of the same names, and a rename in one folder goes whole; nothing else does. */
  syncFolder(path: string): void {
    const folder = this.find(path);
    if (folder.kind === 'file') {
      folder.synced = folder.bytes;
      return;
    }
    this.#sync(folder);
  }

  #sync(folder: FolderNode): void {
    const taken: NameChange[] = [];
    const synced = new Set<FolderChange>();
    for (const change of this.#pending.toReversed()) {
      const goes = change.some(
        (one) => one.folder === folder || taken.some((t) => t.folder === one.folder && t.name === one.name),
      );
      if (!goes) continue;
      synced.add(change);
      taken.push(...change);
    }
    for (const change of this.#pending) if (synced.has(change)) apply(change);
    this.#pending = this.#pending.filter((change) => !synced.has(change));
  }

  place(path: string, bytes: Uint8Array, modified: number): void {
    const { folder, name } = this.#place(path);
    this.#sync(folder);
    const node: FileNode = { kind: 'file', bytes, synced: bytes, modified };
    folder.names.set(name, node);
    folder.syncedNames.set(name, node);
  }

  takeAway(path: string): void {
    const { folder, name } = this.#place(path);
    this.#sync(folder);
    folder.names.delete(name);
    folder.syncedNames.delete(name);
  }

  contents(): ReadonlyMap<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    const walk = (folder: FolderNode, path: string) => {
      for (const [name, node] of folder.names) {
        if (node.kind === 'file') found.set(`${path}/${name}`, node.bytes);
        else walk(node, `${path}/${name}`);
      }
    };
    walk(this.#root, '');
    return found;
  }

  powerCuts(): readonly PowerCut[] {
    // NOTE: with nothing written but not synced, what becomes of such bytes makes no difference.
    const ways = this.#hasUnsyncedBytes() ? contents : contents.slice(0, 1);
    return ways.flatMap((content) =>
      Array.from({ length: this.#pending.length + 1 }, (_, changes) => ({ content, changes })),
    );
  }

  afterPowerCut({ content, changes }: PowerCut): DiskTree {
    const medium = new Map<FolderNode, Map<string, Node>>();
    const namesOf = (folder: FolderNode) => {
      const names = medium.get(folder) ?? new Map(folder.syncedNames);
      medium.set(folder, names);
      return names;
    };
    const reached = changes === 'all' ? this.#pending : this.#pending.slice(0, changes);
    for (const { folder, name, node } of reached.flat())
      if (node === undefined) namesOf(folder).delete(name);
      else namesOf(folder).set(name, node);
    const found = new Map<Node, Node>();
    const copy = (node: Node): Node => {
      const made = found.get(node);
      if (made !== undefined) return made;
      const next: Node =
        node.kind === 'file'
          ? fileOf(bytesAfter(node, content), node.modified)
          : { kind: 'folder', names: new Map(), syncedNames: new Map() };
      found.set(node, next);
      if (node.kind === 'folder' && next.kind === 'folder')
        for (const [name, inside] of namesOf(node)) {
          next.names.set(name, copy(inside));
          next.syncedNames.set(name, copy(inside));
        }
      return next;
    };
    const root = copy(this.#root);
    if (root.kind !== 'folder') throw new Error('the root is a folder');
    return new DiskTree(root);
  }

  #hasUnsyncedBytes(): boolean {
    const reachable = [this.#root, ...this.#pending.flat().map(({ node }) => node)];
    const seen = new Set<Node>();
    const dirty = (node: Node | undefined): boolean => {
      if (node === undefined || seen.has(node)) return false;
      seen.add(node);
      if (node.kind === 'file') return node.synced !== node.bytes;
      return [...node.names.values(), ...node.syncedNames.values()].some(dirty);
    };
    return reachable.some(dirty);
  }

  #change(change: FolderChange): void {
    for (const { folder, name, node } of change)
      if (node === undefined) folder.names.delete(name);
      else folder.names.set(name, node);
    this.#pending.push(change);
  }

  #place(path: string): { folder: FolderNode; name: string } {
    const names = parts(path);
    const name = names.pop();
    if (name === undefined) throw fileError('EINVAL', 'place', path);
    return { folder: this.folder(`/${names.join('/')}`), name };
  }
}

function apply(change: FolderChange): void {
  for (const { folder, name, node } of change)
    if (node === undefined) folder.syncedNames.delete(name);
    else folder.syncedNames.set(name, node);
}

function fileOf(bytes: Uint8Array, modified: number): FileNode {
  return { kind: 'file', bytes, synced: bytes, modified };
}

function bytesAfter({ bytes, synced }: FileNode, content: PowerCut['content']): Uint8Array {
  if (content === 'kept' || bytes === synced) return bytes;
  if (content === 'dropped') return synced ?? new Uint8Array();
  if (content === 'truncated') return bytes.slice(0, bytes.length >> 1);
  return new Uint8Array(bytes.length);
}

function parts(path: string): string[] {
  return path.split(/[\\/]/).filter((part) => part !== '');
}
