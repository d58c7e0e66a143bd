import { thingsOf, type Vocabulary } from './vocabulary.ts';

/** Things with their article, behind prepositions that do not merge with it. */
export const SPANISH: Vocabulary = {
  beside: ' (…)',
  soon: 'en cuanto haya novedades',
  about: ' sobre …',
  with: ' con …',
  message: 'su mensaje sobre …',
  both: 'sus dos preguntas',
  all: 'todas sus preguntas',
  error: 'error …',
  number: 'número …',
  numbered: [
    'pedido',
    'factura',
    'reserva',
    'envío',
    'paquete',
    'seguimiento',
    'caso',
    'referencia',
    'contrato',
    'compra',
    'orden',
  ],
  things: thingsOf(`la aplicación: aplicación, app, apps
    la web: web, sitio, website
    la página: página, páginas
    el panel: panel, dashboard
    la exportación: exportación, exportar
    la importación: importación, importar
    el informe: informe, informes, reporte, reportes
    la API: api
    la integración: integración, integraciones
    el inicio de sesión: login
    el buscador: buscador, búsqueda
    el servidor: servidor, servidores
    los archivos: archivo, archivos, fichero, ficheros
    el enlace: enlace, enlaces, link
    el botón: botón
    los ajustes: ajustes, configuración
    las notificaciones: notificación, notificaciones
    sus correos: correo, correos, email, emails, mail
    el calendario: calendario
    la sincronización: sincronización
    la actualización: actualización
    la cámara: cámara
    la pantalla: pantalla
    la batería: batería
    su teléfono: teléfono, móvil, celular, iphone
    su ordenador: ordenador, computadora, computador, portátil, laptop
    la impresora: impresora
    el router: router, módem
    la conexión: conexión, internet, wifi, fibra
    los vídeos: vídeo, video, vídeos, videos
    las fotos: foto, fotos
    el juego: juego
    su perfil: perfil
    su factura: factura, facturas
    su cupón: cupón, cupones
    su tarjeta: tarjeta
    su pedido: pedido, pedidos
    su paquete: paquete, paquetes
    su envío: envío, entrega
    su reembolso: reembolso
    su devolución: devolución
    su billete: billete, billetes, boleto, boletos, entrada, entradas
    su reserva: reserva, reservación
    su vuelo: vuelo
    el tren: tren, trenes
    la habitación: habitación
    su equipaje: equipaje, maleta, maletas
    su transferencia: transferencia
    su pago: pago, pagos
    su cuenta: cuenta
    su contraseña: contraseña, clave
    su contrato: contrato
    su suscripción: suscripción
    su plan: plan, tarifa
    su invitación: invitación
    sus datos: datos`),
  unheard:
    /(?:(?:sin|ninguna|no (?:me )?(?:dan|hay|recibo|tengo)) (?:una )?(?:respuesta|noticias)|nadie (?:me )?(?:responde|contesta|ha)|nunca (?:me )?(?:responden|contestan|respondieron|contestaron)|ignora(?:n|do|ndo)|sigo esperando|llevo .{0,20}esperando|(?:segunda|tercera|cuarta|enésima) vez|(?:varias|muchas) veces|alguna novedad|hay novedades)/i,
  mine: /\b(?:mi|mis|nuestr\w+|me|yo|nos)\b/i,
  described:
    /(?:desde|después|cuando|cada vez|dice|aparece|mensaje de error|\bayer\b|\bhoy\b|esta mañana)/i,
};
