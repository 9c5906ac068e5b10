<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns a Schematron schema (queryBinding xslt2) into a stylesheet that tells which asserts failed, and how often. An assert's id is a letter
     and its place in the document: the authority's asserts carry none. Each assert is tried by itself, so that a type error in one stops none. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:out="urn:out" xmlns:sch="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="sch">
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:param name="letter" as="xs:string" xmlns:xs="http://www.w3.org/2001/XMLSchema" required="yes"/>
  <xsl:output method="xml" indent="yes"/>

  <xsl:template match="/sch:schema">
    <out:stylesheet version="3.0">
      <xsl:for-each select="sch:ns">
        <xsl:namespace name="{@prefix}" select="string(@uri)"/>
      </xsl:for-each>
      <xsl:namespace name="xs">http://www.w3.org/2001/XMLSchema</xsl:namespace>
      <out:output method="text"/>
      <xsl:copy-of select="xsl:function"/>
      <out:template match="/">
        <xsl:for-each select="sch:pattern">
          <out:apply-templates select="." mode="p{position()}"/>
        </xsl:for-each>
      </out:template>
      <xsl:apply-templates select="sch:pattern"/>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="sch:let">
    <out:variable name="{@name}" select="{@value}"/>
  </xsl:template>

  <xsl:template match="sch:pattern">
    <xsl:variable name="mode" select="'p' || count(preceding-sibling::sch:pattern) + 1"/>
    <xsl:variable name="rules" select="sch:rule"/>
    <xsl:for-each select="$rules">
      <out:template match="{@context}" mode="{$mode}" priority="{1000 - position()}">
        <xsl:apply-templates select="sch:assert"/>
        <out:apply-templates select="*" mode="{$mode}"/>
      </out:template>
    </xsl:for-each>
    <out:template match="/ | *" mode="{$mode}" priority="0">
      <out:apply-templates select="*" mode="{$mode}"/>
    </out:template>
  </xsl:template>

  <xsl:template match="sch:assert">
    <xsl:variable name="id" select="$letter || format-number(count(preceding::sch:assert) + 1, '00')"/>
    <out:try>
      <!-- What the schema names for all and what the rule names: computed here, because nothing catches the error of a global variable. -->
      <xsl:apply-templates select="/sch:schema/sch:let, ../sch:let"/>
      <out:if test="not({@test})">
        <out:text><xsl:value-of select="$id"/><xsl:text>&#10;</xsl:text></out:text>
      </out:if>
      <out:catch>
        <out:text>!<xsl:value-of select="$id"/><xsl:text>&#10;</xsl:text></out:text>
      </out:catch>
    </out:try>
  </xsl:template>
</xsl:stylesheet>
