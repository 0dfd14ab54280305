/** The bridge, nothing else: one function per call of the contract. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Args, DesktopBridge, DesktopMenu, MenuCommand, Method } from './api.ts';

const call =
  <M extends Method>(method: M) =>
  (args: Args<M>) =>
    ipcRenderer.invoke(method, args);

const bridge: DesktopBridge = {
  'app.info': call('app.info'),
  'preferences.save': call('preferences.save'),
  'assessors.choose': call('assessors.choose'),
  'assessors.remove': call('assessors.remove'),
  'criteria.current': call('criteria.current'),
  'criteria.get': call('criteria.get'),
  'criteria.overview': call('criteria.overview'),
  'criteria.open': call('criteria.open'),
  'criteria.confirm': call('criteria.confirm'),
  'criteria.withdraw': call('criteria.withdraw'),
  'criteria.use': call('criteria.use'),
  'criteria.impact': call('criteria.impact'),
  'criteria.export': call('criteria.export'),
  'criteria.checkFile': call('criteria.checkFile'),
  'criteria.import': call('criteria.import'),
  'setDrafts.begin': call('setDrafts.begin'),
  'setDrafts.open': call('setDrafts.open'),
  'setDrafts.save': call('setDrafts.save'),
  'setDrafts.accept': call('setDrafts.accept'),
  'setDrafts.discard': call('setDrafts.discard'),
  'units.search': call('units.search'),
  'assessments.list': call('assessments.list'),
  'assessments.create': call('assessments.create'),
  'assessments.open': call('assessments.open'),
  'assessments.save': call('assessments.save'),
  'assessments.finalise': call('assessments.finalise'),
  'assessments.reopen': call('assessments.reopen'),
  'assessments.moves': call('assessments.moves'),
  'assessments.move': call('assessments.move'),
  'evidence.add': call('evidence.add'),
  'evidence.read': call('evidence.read'),
  'evidence.check': call('evidence.check'),
  'documents.make': call('documents.make'),
  'documents.show': call('documents.show'),
  'batch.start': call('batch.start'),
  'batch.state': call('batch.state'),
  'batch.cancel': call('batch.cancel'),
  'batch.retry': call('batch.retry'),
  'sheets.check': call('sheets.check'),
  'sheets.import': call('sheets.import'),
  'office.read': call('office.read'),
  'office.save': call('office.save'),
  'recovery.overview': call('recovery.overview'),
  'recovery.acknowledge': call('recovery.acknowledge'),
  'recovery.export': call('recovery.export'),
  'backups.list': call('backups.list'),
  'backups.open': call('backups.open'),
  'backups.restore': call('backups.restore'),
  'backups.setSecondFolder': call('backups.setSecondFolder'),
  'backups.copyAll': call('backups.copyAll'),
  'app.diagnosis': call('app.diagnosis'),
  'places.show': call('places.show'),
  'folders.choose': call('folders.choose'),
  'files.save': call('files.save'),
  'sample.load': call('sample.load'),
};

const menu: DesktopMenu = {
  listen: (listener) => {
    // NOTE: the event stays here: it would hand the sender to the page.
    ipcRenderer.on('menu', (_event, command: MenuCommand) => listener(command));
  },
};

contextBridge.exposeInMainWorld('desktop', bridge);
contextBridge.exposeInMainWorld('desktopMenu', menu);
